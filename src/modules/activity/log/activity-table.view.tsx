import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import type { List } from '#ui/table/list.ts';
import { Link } from '#ui/text/link.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { placeOf } from './about-place.view.tsx';
import { useSentence } from './sentence.view.tsx';

type Happening = AnswerOf<'listMyActivity'>['rows'][number];
type Thing = {
  readonly kind: string;
  readonly id: string;
  readonly label?: string | undefined;
};

/** What happened, to what, who did it, when and with what result; in plain language. */
export function ActivityTable({
  label,
  list,
  filters,
  isFiltered,
  isMine = false,
}: {
  label: string;
  list: List<Happening>;
  filters: ReactNode;
  isFiltered: boolean;
  /** One's own log also says with which browser, and from where. */
  isMine?: boolean;
}) {
  const { t } = useTranslation('activity');
  const device = {
    header: t('log.device'),
    cell: (row: Happening) => (
      <>
        {row.device ?? '–'}
        {row.place && <CellNote>{row.place}</CellNote>}
      </>
    ),
  };
  return (
    <DataTable
      label={label}
      list={list}
      rowKey={(row) => row.id}
      filters={filters}
      empty={<Empty icon="history">{t(isFiltered ? 'log.none-fits' : 'log.empty')}</Empty>}
      columns={[
        {
          header: t('log.what'),
          cell: (row) => <What row={row} />,
        },
        {
          header: t('log.result'),
          cell: ({ result }) =>
            result === 'done' ? (
              t('log.results.done')
            ) : (
              <StatusBadge tone="bad">{t('log.results.failed')}</StatusBadge>
            ),
        },
        {
          header: t('log.who'),
          cell: ({ actor }) =>
            actor.you ? t('log.you') : (actor.name ?? t(`log.actor.${actor.kind}`)),
        },
        ...(isMine ? [device] : []),
        { header: t('log.when'), cell: (row) => <DateTime at={row.at} />, align: 'end' },
      ]}
    />
  );
}

/** The sentence of an entry, linked to what it names; what it does not name stands below. */
function What({ row }: { row: Happening }) {
  const { t } = useTranslation('activity');
  const sentence = useSentence()(row);
  const { about, products = [], organizationId, otherDevice } = row;
  const to = about && placeOf(about, organizationId);
  const said = about?.label && to !== undefined ? around(sentence, about.label) : undefined;
  const below: readonly Thing[] = [
    ...(about && !said && !sentence.includes(about.label ?? '') ? [about] : []),
    ...products.map((product) => ({ kind: 'product', ...product })),
    ...(otherDevice === undefined ? [] : [{ kind: 'device', id: 'device', label: otherDevice }]),
  ];
  return (
    <>
      {said && to !== undefined ? (
        <p>
          {said.before}
          <Link to={to}>{about?.label}</Link>
          {said.after}
        </p>
      ) : (
        sentence
      )}
      {below.map((thing) => (
        <Below
          key={`${thing.kind}:${thing.id}`}
          to={placeOf(thing, organizationId)}
          label={thing.kind === 'prepaid-line' ? t('log.prepaid') : thing.label}
        />
      ))}
    </>
  );
}

function Below({ to, label }: { to: string | undefined; label: string | undefined }) {
  if (label === undefined || label === '') return null;
  return <CellNote>{to === undefined ? label : <Link to={to}>{label}</Link>}</CellNote>;
}

/** What stands before and after a label in a sentence; undefined where it is not one of its words. */
function around(sentence: string, label: string) {
  const before = sentence.split(label)[0] ?? '';
  const after = sentence.slice(before.length + label.length);
  const isWhole = !/[\p{L}\p{N}]$/u.test(before) && !/^[.,]?[\p{L}\p{N}]/u.test(after);
  return sentence.includes(label) && isWhole ? { before, after } : undefined;
}
