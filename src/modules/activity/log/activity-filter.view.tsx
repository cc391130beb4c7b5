import { useTranslation } from 'react-i18next';
import { Chips, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import type { ReactNode } from 'react';
import { useFilters } from '#web/routing/filters.ts';

const kinds = ['', 'identity', 'organizations', 'subscriptions', 'billing'] as const;

/** By kind and by text; both stand in the address. */
export function useActivityFilter(end?: ReactNode) {
  const { t } = useTranslation('activity');
  const [{ action, text }, change] = useFilters({ action: '', text: '' });
  const query = { ...(action === '' ? {} : { action }), ...(text === '' ? {} : { text }) };
  const row = (
    <FilterRow end={end}>
      <Chips
        label={t('log.kind')}
        value={action}
        of={kinds.map((value) => ({
          value: value as string,
          label: t(`log.kinds.${value === '' ? 'all' : value}`),
        }))}
        onChange={(next) => change({ action: next })}
      />
      <SearchField
        label={t('log.search')}
        value={text}
        onChange={(next) => change({ text: next })}
      />
    </FilterRow>
  );
  return { query, row };
}
