import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { ButtonLink } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { useData, useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { SubscriptionStatus } from './subscription-status.view.tsx';

const states = ['', 'active', 'provisioning', 'failed', 'ended', 'moved'] as const;

/** What the organization has, those that need renewing first. */
export function ProductsPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const [filters, change] = useFilters({ state: '', text: '' });
  const state = states.find((each) => each !== '' && each === filters.state) || undefined;
  const list = useList('listProducts', {
    params: { organizationId },
    query: { ...(state ? { state } : {}), ...(filters.text === '' ? {} : { text: filters.text }) },
  });
  const { may } = useData('readOrganization', { params: { organizationId } });
  const isFiltered = state !== undefined || filters.text !== '';
  const order = (
    <Because reason={may.includes('products.order') ? undefined : t('products.order-not-yours')}>
      <ButtonLink tone="primary" icon="add" to={at('/products/order')}>
        {t('products.order')}
      </ButtonLink>
    </Because>
  );

  if (!may.includes('products.see')) return <NothingGranted />;
  return (
    <Page
      title={t('products.title')}
      subtitle={t('products.subtitle')}
      help="order"
      actions={order}
    >
      <Card bare>
        <DataTable
          label={t('products.title')}
          list={list}
          rowKey={(row) => row.subscriptionId}
          filters={
            <FilterRow>
              <Chips
                label={t('products.status')}
                value={filters.state}
                of={states.map((value) => ({
                  value: value as string,
                  label: value === '' ? t('products.all') : t(`state.${value}`),
                }))}
                onChange={(value) => change({ state: value })}
              />
              <SearchField
                label={t('products.search')}
                value={filters.text}
                onChange={(text) => change({ text })}
              />
            </FilterRow>
          }
          actions={(row) => ({
            label: row.label || translated(row.productName),
            of: [
              {
                label: t('move.action'),
                icon: 'forward',
                to: at('/products/$subscriptionId/move', { subscriptionId: row.subscriptionId }),
                because: row.may.includes('products.move') ? undefined : t('move.not-yours'),
              },
            ],
          })}
          empty={
            isFiltered ? (
              <Empty icon="search">{t('products.none-found')}</Empty>
            ) : (
              <Empty icon="product" help="order" action={order}>
                {t('products.empty')}
              </Empty>
            )
          }
          columns={[
            {
              header: t('products.product'),
              cell: (row) => (
                <>
                  <Link
                    to={at('/products/$subscriptionId', { subscriptionId: row.subscriptionId })}
                  >
                    {row.label || translated(row.productName)}
                  </Link>
                  <CellNote>
                    {[
                      translated(row.productName),
                      translated(row.offerName),
                      row.quantity > 1 ? t('products.units', { count: row.quantity }) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </CellNote>
                </>
              ),
            },
            {
              header: t('products.status'),
              cell: (row) => <SubscriptionStatus state={row.state} />,
            },
            { header: t('products.period'), cell: (row) => t(`period.${row.period}`) },
            {
              header: t('products.paid-until'),
              cell: (row) => <Day at={row.paidUntil} />,
              align: 'end',
            },
          ]}
        />
      </Card>
    </Page>
  );
}

/** For a member to whom no product was granted yet. */
function NothingGranted() {
  const { t } = useTranslation('subscriptions');
  return (
    <Page title={t('products.title')} subtitle={t('products.subtitle')} help="teams">
      <Card bare>
        <Empty icon="product" help="teams">
          {t('products.none-granted')}
        </Empty>
      </Card>
    </Page>
  );
}
