import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable, type Column } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import type { List } from '#ui/table/list.ts';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useFilters } from '#web/routing/filters.ts';

type Message = AnswerOf<'listMyMessages'>['rows'][number];

type Props<Row extends Message> = {
  readonly label: string;
  readonly list: List<Row>;
  /** What there is to say while there is none. */
  readonly empty: ReactNode;
  readonly linkTo: (messageId: Message['messageId']) => string;
  /** What the reader of this list also wants to know of each. */
  readonly column: Column<Row>;
};

/** What is searched for in a list of messages; it lives in the address. */
export function useMessageQuery(): { readonly text?: string } {
  const [{ text }] = useFilters({ text: '' });
  return text === '' ? {} : { text };
}

/** Messages, the latest first, found by what they say. */
export function MessageList<Row extends Message>({ label, list, ...told }: Props<Row>) {
  const { t } = useTranslation('messages');
  const [{ text }, change] = useFilters({ text: '' });
  return (
    <Card bare>
      <DataTable
        label={label}
        list={list}
        rowKey={({ messageId }) => messageId}
        filters={
          <FilterRow>
            <SearchField
              label={t('list.search')}
              value={text}
              onChange={(next) => change({ text: next })}
            />
          </FilterRow>
        }
        empty={<Empty icon="mail">{told.empty}</Empty>}
        columns={[
          {
            header: t('list.subject'),
            cell: ({ messageId, subject, address }) => (
              <>
                <Link to={told.linkTo(messageId)}>{subject}</Link>
                <CellNote>{address}</CellNote>
              </>
            ),
          },
          told.column,
          {
            header: t('list.when'),
            cell: ({ sentAt, queuedAt }) => <DateTime at={sentAt ?? queuedAt} />,
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}
