import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, ExportLink, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { ButtonLink } from '#ui/action/button.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { addressOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { InvoiceStatus } from './invoice-status.view.tsx';

const states = ['', 'open', 'overdue', 'paid'] as const;

/** All invoices of an organization, newest first; filters stand in the address. */
export function InvoicesPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('billing');
  const at = usePlaces();
  const [filters, change] = useFilters({ state: '', text: '' });
  const query = {
    ...(isState(filters.state) ? { state: filters.state } : {}),
    ...(filters.text === '' ? {} : { text: filters.text }),
  };
  const list = useList('listInvoices', { params: { organizationId }, query });
  const isFiltered = filters.state !== '' || filters.text !== '';

  return (
    <Page title={t('invoices.title')} subtitle={t('invoices.subtitle')} help="invoices">
      <Card bare>
        <DataTable
          label={t('invoices.title')}
          list={list}
          rowKey={(row) => row.invoiceId}
          filters={
            <FilterRow
              end={
                <ExportLink
                  href={addressOf('exportInvoices', { params: { organizationId }, query })}
                />
              }
            >
              <Chips
                label={t('invoices.status')}
                value={filters.state}
                of={states.map((value) => ({
                  value: value as string,
                  label: t(`invoices.filter.${value === '' ? 'all' : value}`),
                }))}
                onChange={(state) => change({ state })}
              />
              <SearchField
                label={t('invoices.search')}
                value={filters.text}
                onChange={(text) => change({ text })}
              />
            </FilterRow>
          }
          empty={
            isFiltered ? (
              <Empty icon="search">{t('invoices.none-found')}</Empty>
            ) : (
              <Empty
                icon="invoice"
                help="order"
                action={<ButtonLink to={at('/products/order')}>{t('invoices.order')}</ButtonLink>}
              >
                {t('invoices.empty')}
              </Empty>
            )
          }
          columns={[
            {
              header: t('invoices.number'),
              cell: (row) => (
                <>
                  <Link to={at('/billing/invoices/$invoiceId', { invoiceId: row.invoiceId })}>
                    {row.number}
                  </Link>
                  <CellNote>
                    {t('invoices.reference-end', { end: row.printedReference.slice(-11) })}
                  </CellNote>
                </>
              ),
            },
            { header: t('invoices.date'), cell: (row) => <Day at={row.issuedOn} /> },
            { header: t('invoices.status'), cell: (row) => <InvoiceStatus {...row} /> },
            { header: t('invoices.amount'), cell: (row) => <Money {...row.gross} />, align: 'end' },
          ]}
          actions={(row) => ({
            label: row.number,
            of: [
              {
                label: t('invoices.show'),
                icon: 'invoice',
                to: at('/billing/invoices/$invoiceId', { invoiceId: row.invoiceId }),
              },
              {
                label: t('pdf'),
                icon: 'download',
                href: addressOf('downloadInvoicePdf', {
                  params: { organizationId, invoiceId: row.invoiceId },
                }),
              },
            ],
          })}
        />
      </Card>
    </Page>
  );
}

function isState(text: string): text is 'open' | 'overdue' | 'paid' {
  return text === 'open' || text === 'overdue' || text === 'paid';
}
