import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import type { Selection } from './selection.ts';

/** The header's check box: all rows that are shown, or none. */
export function ChooseAll<Row>({
  rows,
  selection,
}: {
  rows: readonly Row[];
  selection: Selection<Row>;
}) {
  const { t } = useTranslation('ui');
  const all = rows.length > 0 && rows.every(selection.has);
  return (
    <input
      type="checkbox"
      aria-label={t('choose-all')}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = selection.count > 0 && !all;
      }}
      onChange={() => (all ? selection.clear() : selection.choose(rows))}
    />
  );
}

export function ChooseRow<Row>({ row, selection }: { row: Row; selection: Selection<Row> }) {
  const { t } = useTranslation('ui');
  return (
    <input
      type="checkbox"
      aria-label={t('choose-row', { what: selection.nameOf(row) })}
      checked={selection.has(row)}
      onChange={() => selection.toggle(row)}
    />
  );
}

/** In place of the filters while something is marked. */
export function Chosen<Row>({ count, actions, clear }: Selection<Row>) {
  const { t } = useTranslation('ui');
  return (
    <div className="table-chosen" role="status">
      <span className="strong">{t('chosen', { count })}</span>
      {actions}
      <Button tone="quiet" onClick={clear}>
        {t('choose-none')}
      </Button>
    </div>
  );
}
