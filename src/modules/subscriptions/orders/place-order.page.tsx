import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { useData } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { ConfigureOrder, type SoldProduct } from './configure-order.view.tsx';

/** From the catalogue to an order: choose, configure, see why it costs what it costs, order. */
export function PlaceOrderPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const { products } = useData('listCatalogue', { params: { organizationId } });
  const [{ product: code }, choose] = useFilters({ product: '' });
  const chosen = products.find((product) => product.code === code);
  const back = { label: t('products.title'), to: at('/products') };

  if (chosen) {
    return (
      <Page
        title={translated(chosen.name)}
        subtitle={translated(chosen.summary)}
        back={{ label: t('choose.title'), to: at('/products/order') }}
        help="order"
      >
        <ConfigureOrder key={chosen.code} organizationId={organizationId} product={chosen} />
      </Page>
    );
  }
  return (
    <Page title={t('choose.title')} subtitle={t('choose.subtitle')} back={back} help="order">
      <Card bare>
        <DataTable
          label={t('choose.title')}
          list={listOf(products)}
          rowKey={(product) => product.code}
          empty={null}
          columns={[
            {
              header: t('products.product'),
              cell: (product) => (
                <>
                  {translated(product.name)}
                  <CellNote>{translated(product.summary)}</CellNote>
                </>
              ),
            },
            {
              header: t('choose.from'),
              cell: (product) => <From product={product} />,
              align: 'end',
            },
            {
              header: t('choose.action'),
              cell: (product) => (
                <Button onClick={() => choose({ product: product.code })}>
                  {t('choose.configure')}
                </Button>
              ),
              align: 'end',
            },
          ]}
        />
      </Card>
    </Page>
  );
}

/** The lowest price of a product, per month where it is sold by the month. */
function From({ product }: { product: SoldProduct }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const all = product.offers.flatMap((offer) =>
    offer.prices.filter((price) => price.part === 'product'),
  );
  const period = all.some((price) => price.period === 'month') ? 'month' : 'year';
  const lowest = all
    .filter((price) => price.period === period)
    .toSorted((a, b) => Number(BigInt(a.unit.minor) - BigInt(b.unit.minor)))
    .at(0);
  if (!lowest) return null;
  if (lowest.unit.minor === '0') return t('choose.free');
  return t(`choose.price.${period}`, { amount: format.money(lowest.unit) });
}
