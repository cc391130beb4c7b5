import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import type { List } from '#ui/table/list.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useSentence } from './sentence.view.tsx';

type Happening = AnswerOf<'listMyActivity'>['rows'][number];

/** What happened, who did it and when; in plain language. */
export function ActivityTable({
  label,
  list,
  filters,
  showsDevice = false,
}: {
  label: string;
  list: List<Happening>;
  filters: ReactNode;
  /** One's own log also says with which browser. */
  showsDevice?: boolean;
}) {
  const { t } = useTranslation('activity');
  const sentence = useSentence();
  const device = {
    header: t('log.device'),
    cell: (row: Happening) => [row.device, row.place].filter(Boolean).join(' · '),
  };
  return (
    <DataTable
      label={label}
      list={list}
      rowKey={(row) => row.id}
      filters={filters}
      empty={<Empty icon="history">{t('log.empty')}</Empty>}
      columns={[
        {
          header: t('log.what'),
          cell: (row) => (
            <>
              {sentence(row)}
              {row.about?.label && <CellNote>{row.about.label}</CellNote>}
            </>
          ),
        },
        {
          header: t('log.who'),
          cell: ({ actor }) =>
            actor.you ? t('log.you') : (actor.name ?? t(`log.actor.${actor.kind}`)),
        },
        ...(showsDevice ? [device] : []),
        { header: t('log.when'), cell: (row) => <DateTime at={row.at} />, align: 'end' },
      ]}
    />
  );
}
