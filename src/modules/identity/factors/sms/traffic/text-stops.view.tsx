import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { DateTime } from '#ui/format/day.tsx';
import type { Format } from '#ui/format/format.ts';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useStaffSession } from '#web/api/session.ts';
import { CameBack } from './text-countries.view.tsx';

export type Stop = AnswerOf<'readTextTraffic'>['stops'][number];

/** A country by its name, a block of numbers by what they begin with. */
export const placeOf = ({ place, country }: Stop, format: Format): string =>
  place === country ? format.countries([country]) : `${place} …`;

/** Where no texts go now, and the way to let them. */
export function TextStops({
  stops,
  onLift,
}: {
  stops: readonly Stop[];
  onLift: (stop: Stop) => void;
}) {
  const { t } = useTranslation('identity');
  const { staff } = useStaffSession();
  const format = useFormat();
  const because = staff.role === 'administrator' ? undefined : t('texts.administrators-lift');
  return (
    <>
      <Note tone="bad" title={t('texts.stopped-title')}>
        {t('texts.stopped-why')}
      </Note>
      <Card bare title={t('texts.stops')}>
        <DataTable
          label={t('texts.stops')}
          list={listOf(stops)}
          rowKey={({ stopId }) => stopId}
          empty={<Empty icon="done">{t('texts.no-stops')}</Empty>}
          columns={[
            {
              header: t('texts.place'),
              cell: (stop) => (
                <>
                  {placeOf(stop, format)}
                  {stop.place !== stop.country && (
                    <CellNote>{format.countries([stop.country])}</CellNote>
                  )}
                </>
              ),
            },
            {
              header: t('texts.came-back'),
              cell: ({ sends, verified }) => <CameBack sends={sends} verified={verified} />,
              align: 'end',
            },
            {
              header: t('texts.since'),
              cell: ({ stoppedAt }) => <DateTime at={stoppedAt} />,
              align: 'end',
            },
          ]}
          actions={(stop) => ({
            label: placeOf(stop, format),
            of: [
              { label: t('texts.lift'), icon: 'renewal', because, onSelect: () => onLift(stop) },
            ],
          })}
        />
      </Card>
    </>
  );
}
