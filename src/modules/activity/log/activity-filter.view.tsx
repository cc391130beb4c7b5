import { useTranslation } from 'react-i18next';
import { FilterChoice, FilterDay } from '#ui/table/filter-fields.tsx';
import { Chips, ExportLink, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { useFilters } from '#web/routing/filters.ts';
import { useActionsSaying } from './sentence.view.tsx';

const kinds = ['', 'identity', 'organizations', 'subscriptions', 'billing'] as const;

/** What the filter asks the log for; a CSV is asked for the same. */
export type ActivityQuery = {
  readonly action?: string;
  readonly product?: string;
  readonly by?: `usr_${string}`;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly textActions?: string;
};

/** The filter as it stands in the address. */
export function useActivityQuery() {
  const [filters, change] = useFilters({
    action: '',
    product: '',
    by: '',
    from: '',
    to: '',
    text: '',
  });
  const { action, product, by, from, to, text } = filters;
  const textActions = useActionsSaying(text).join(',');
  const query: ActivityQuery = {
    ...(action === '' ? {} : { action }),
    ...(product === '' ? {} : { product }),
    ...(isUserId(by) ? { by } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(text === '' ? {} : { text }),
    ...(textActions === '' ? {} : { textActions }),
  };
  return { query, filters, change };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isUserId = (text: string): text is `usr_${string}` => /^usr_[0-9a-f]{32}$/.test(text);

type Choice = { readonly value: string; readonly label: string };

/** By kind, date, product, who and text (R96); all of it stands in the address. */
export function ActivityFilter({
  filters,
  change,
  products,
  people = [],
  csv,
}: Pick<ReturnType<typeof useActivityQuery>, 'filters' | 'change'> & {
  readonly products: readonly { readonly id: string; readonly label: string }[];
  readonly people?: readonly Choice[];
  /** Where what is filtered leaves as CSV. */
  readonly csv: string;
}) {
  const { t } = useTranslation('activity');
  const { action, product, by, from, to, text } = filters;
  return (
    <FilterRow end={<ExportLink href={csv} />}>
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
      {products.length > 0 && (
        <FilterChoice
          label={t('log.any-product')}
          value={product}
          of={products.map(({ id, label }) => ({ value: id, label }))}
          onChange={(next) => change({ product: next })}
        />
      )}
      {people.length > 1 && (
        <FilterChoice
          label={t('log.anybody')}
          value={by}
          of={people}
          onChange={(next) => change({ by: next })}
        />
      )}
      <FilterDay label={t('log.from')} value={from} onChange={(next) => change({ from: next })} />
      <FilterDay label={t('log.to')} value={to} onChange={(next) => change({ to: next })} />
    </FilterRow>
  );
}
