import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useData } from '#web/api/queries.ts';

/** Every product with its prices: past, present and to come. */
export function StaffCataloguePage() {
  const { t } = useTranslation('catalogue');
  const translated = useTranslated();
  const { products, on } = useData('readCatalogueAsStaff', {});
  return (
    <Page title={t('staff.title')} subtitle={t('staff.subtitle')}>
      <Stack>
        {products.map((product) => (
          <Card
            bare
            key={product.code}
            title={translated(product.name)}
            more={<code>{product.code}</code>}
          >
            <DataTable
              label={translated(product.name)}
              list={listOf(
                product.offers.flatMap((offer) =>
                  offer.prices.map((price) => ({ ...price, offer })),
                ),
              )}
              rowKey={({ offer, part, period, unit, validFrom }) =>
                [offer.code, part, period, unit.currency, validFrom].join()
              }
              empty={null}
              columns={[
                {
                  header: t('staff.offer'),
                  cell: ({ offer, part }) => (
                    <>
                      {translated(offer.name)}
                      <CellNote>{t(`staff.part.${part}`)}</CellNote>
                    </>
                  ),
                },
                { header: t('staff.period'), cell: ({ period }) => t(`staff.periods.${period}`) },
                {
                  header: t('staff.valid-from'),
                  cell: ({ validFrom }) => (
                    <>
                      <Day at={validFrom} />{' '}
                      {validFrom > on && (
                        <StatusBadge tone="info">{t('staff.to-come')}</StatusBadge>
                      )}
                    </>
                  ),
                },
                { header: t('staff.price'), cell: ({ unit }) => <Money {...unit} />, align: 'end' },
              ]}
            />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
