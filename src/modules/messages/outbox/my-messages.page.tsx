import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';

/** Every message that was sent to the reader, as it was sent (B2). */
export function MyMessagesPage() {
  const { t } = useTranslation('messages');
  const [{ text }, change] = useFilters({ text: '' });
  const list = useList('listMyMessages', { query: text === '' ? {} : { text } });
  return (
    <Page title={t('mine.title')} subtitle={t('mine.subtitle')} help="activity">
      <Card bare>
        <DataTable
          label={t('mine.title')}
          list={list}
          rowKey={(row) => row.messageId}
          filters={
            <FilterRow>
              <SearchField
                label={t('list.search')}
                value={text}
                onChange={(next) => change({ text: next })}
              />
            </FilterRow>
          }
          empty={<Empty icon="mail">{t('mine.empty')}</Empty>}
          columns={[
            {
              header: t('list.subject'),
              cell: ({ messageId, subject, address }) => (
                <>
                  <Link to={place('/account/messages/$messageId', { messageId })}>{subject}</Link>
                  <CellNote>{address}</CellNote>
                </>
              ),
            },
            { header: t('list.code'), cell: ({ code }) => <code>{code}</code> },
            {
              header: t('list.when'),
              cell: ({ sentAt, queuedAt }) => <DateTime at={sentAt ?? queuedAt} />,
              align: 'end',
            },
          ]}
        />
      </Card>
    </Page>
  );
}
