import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ButtonLink } from '#ui/action/button.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { OrderStatus } from './order-status.view.tsx';

const states = ['', 'open', 'started', 'cancelled', 'expired'] as const;

/** What was ordered, the latest first. */
export function OrdersPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const [filters, change] = useFilters({ state: '' });
  const state = states.find((each) => each !== '' && each === filters.state) || undefined;
  const list = useList('listOrders', {
    params: { organizationId },
    query: state ? { state } : {},
  });
  const order = (
    <ButtonLink tone="primary" icon="add" to={at('/products/order')}>
      {t('products.order')}
    </ButtonLink>
  );

  return (
    <Page title={t('orders.title')} subtitle={t('orders.subtitle')} help="order" actions={order}>
      <Card bare>
        <DataTable
          label={t('orders.title')}
          list={list}
          rowKey={(row) => row.orderId}
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
            </FilterRow>
          }
          empty={
            <Empty icon="order" help="order" action={order}>
              {t(state ? 'orders.none-found' : 'orders.empty')}
            </Empty>
          }
          columns={[
            {
              header: t('orders.order'),
              cell: (row) => (
                <>
                  <Link to={at('/orders/$orderId', { orderId: row.orderId })}>
                    {t('order.number', { number: row.number })}
                  </Link>
                  <CellNote>
                    {[
                      row.first.quantity > 1 ? `${row.first.quantity} ×` : '',
                      translated(row.first.productName),
                      translated(row.first.offerName),
                      row.items > 1 ? t('orders.and-more', { count: row.items - 1 }) : '',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  </CellNote>
                </>
              ),
            },
            { header: t('orders.placed'), cell: (row) => <DateTime at={row.placedAt} /> },
            { header: t('products.status'), cell: (row) => <OrderStatus state={row.state} /> },
            { header: t('orders.total'), cell: (row) => <Money {...row.gross} />, align: 'end' },
          ]}
        />
      </Card>
    </Page>
  );
}
