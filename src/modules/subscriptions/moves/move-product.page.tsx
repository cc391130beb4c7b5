import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { MoveByLink } from './move-by-link.view.tsx';
import { MoveToOwn } from './move-to-own.view.tsx';

type Props = { organizationId: OrganizationId; subscriptionId: Id<'sub'> };

/** Gives a product to another organization: to one of one's own, or by a link (N4). */
export function MoveProductPage({ organizationId, subscriptionId }: Props) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const params = { organizationId, subscriptionId };
  const product = useData('readProduct', { params });
  const { checks, currency, link } = useData('readMove', { params });
  const name = product.label || translated(product.productName);
  const isReady = checks.every(({ isMet }) => isMet);
  const reason = isReady ? undefined : t('move.not-yet');
  return (
    <Page
      title={t('move.title', { name })}
      subtitle={t('move.subtitle')}
      narrow
      back={{ label: name, to: at('/products/$subscriptionId', { subscriptionId }) }}
      help="move-product"
    >
      <Stack>
        <Card title={t('move.conditions')}>
          <Reasons
            of={checks.map(({ kind, isMet, invoiceId }) => ({
              tone: isMet ? 'ok' : 'bad',
              title: t(`move.${kind}`),
              detail: isMet ? (
                t(`move.ok-${kind}`)
              ) : (
                <>
                  {t(`move.open-${kind}`)}{' '}
                  {invoiceId && (
                    <Link to={at('/billing/invoices/$invoiceId', { invoiceId })}>
                      {t('move.see-invoice')}
                    </Link>
                  )}
                </>
              ),
            }))}
          />
        </Card>
        <MoveToOwn {...params} name={name} currency={currency} reason={reason} />
        <MoveByLink {...params} waiting={link} reason={reason} />
      </Stack>
    </Page>
  );
}
