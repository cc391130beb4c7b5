import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';

/** Finds a customer by name, number or a member's address (N9). */
export function StaffOrganizationsPage() {
  const { t } = useTranslation('organizations');
  const [{ text }, change] = useFilters({ text: '' });
  const list = useList('findOrganizations', { query: text === '' ? {} : { text } });
  return (
    <Page title={t('staff.title')} subtitle={t('staff.subtitle')}>
      <Card bare>
        <DataTable
          label={t('staff.title')}
          list={list}
          rowKey={(row) => row.organizationId}
          filters={
            <FilterRow>
              <SearchField
                label={t('staff.search')}
                value={text}
                onChange={(next) => change({ text: next })}
              />
            </FilterRow>
          }
          empty={<Empty icon="search">{t('staff.none-found')}</Empty>}
          columns={[
            {
              header: t('mine.name'),
              cell: ({ organizationId, name, customerNumber }) => (
                <>
                  <Link to={place('/staff/organizations/$organizationId', { organizationId })}>
                    {name}
                  </Link>
                  <CellNote>{customerNumber}</CellNote>
                </>
              ),
            },
            { header: t('mine.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              header: t('identity.country'),
              cell: ({ country, currency }) => `${country} · ${currency}`,
            },
            {
              header: t('identity.pays'),
              cell: ({ onAccount }) =>
                onAccount ? (
                  <StatusBadge tone="info">{t('identity.on-account')}</StatusBadge>
                ) : (
                  t('identity.in-advance')
                ),
            },
            {
              header: t('staff.since'),
              cell: ({ createdAt }) => <Day at={createdAt} />,
              align: 'end',
            },
          ]}
        />
      </Card>
    </Page>
  );
}
