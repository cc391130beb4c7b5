import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { InvoiceStatus } from './invoice-status.view.tsx';

const states = ['', 'open', 'overdue', 'paid'] as const;

/** The invoices of all customers, newest first. */
export function StaffInvoicesPage() {
  const { t } = useTranslation('billing');
  const [filters, change] = useFilters({ state: '', text: '' });
  const state = states.find((each) => each !== '' && each === filters.state) || undefined;
  const list = useList('listAllInvoices', {
    query: { ...(state ? { state } : {}), ...(filters.text === '' ? {} : { text: filters.text }) },
  });
  return (
    <Page title={t('invoices.title')} subtitle={t('staff-invoices.subtitle')}>
      <Card bare>
        <DataTable
          label={t('invoices.title')}
          list={list}
          rowKey={(row) => row.invoiceId}
          filters={
            <FilterRow>
              <Chips
                label={t('invoices.status')}
                value={filters.state}
                of={states.map((value) => ({
                  value: value as string,
                  label: t(`invoices.filter.${value === '' ? 'all' : value}`),
                }))}
                onChange={(value) => change({ state: value })}
              />
              <SearchField
                label={t('invoices.search')}
                value={filters.text}
                onChange={(text) => change({ text })}
              />
            </FilterRow>
          }
          empty={<Empty icon="invoice">{t('invoices.none-found')}</Empty>}
          columns={[
            {
              header: t('invoices.number'),
              cell: (row) => (
                <>
                  {row.number}
                  <CellNote>{row.printedReference}</CellNote>
                </>
              ),
            },
            {
              header: t('staff-invoices.customer'),
              cell: ({ organizationId, buyerName }) => (
                <Link to={place('/staff/organizations/$organizationId', { organizationId })}>
                  {buyerName}
                </Link>
              ),
            },
            { header: t('invoices.date'), cell: (row) => <Day at={row.issuedOn} /> },
            { header: t('invoices.status'), cell: (row) => <InvoiceStatus {...row} /> },
            { header: t('invoices.amount'), cell: (row) => <Money {...row.gross} />, align: 'end' },
          ]}
        />
      </Card>
    </Page>
  );
}
