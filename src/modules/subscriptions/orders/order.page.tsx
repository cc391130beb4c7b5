import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Button, ButtonLink, Buttons } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Columns, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { PriceExplained } from '#ui/text/price-explained.tsx';
import { useAct } from '#web/api/acts.ts';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { OrderStatus } from './order-status.view.tsx';

/** One order: what it is, what it costs and why, what happened to it, and what can be done. */
export function OrderPage(params: { organizationId: OrganizationId; orderId: Id<'ord'> }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const order = useData('readOrder', { params });
  const { proFormaId, invoiceId } = order;
  const title = t('order.number', { number: order.number });

  return (
    <Page
      title={title}
      subtitle={<OrderStatus state={order.state} />}
      back={{ label: t('orders.title'), to: at('/orders') }}
      help="order"
    >
      <Columns
        aside={
          <>
            <Card title={t('order.next')}>
              <Stack tight>
                {order.may.includes('pay') && proFormaId && (
                  <ButtonLink
                    wide
                    tone="primary"
                    to={at('/billing/pro-formas/$proFormaId', { proFormaId })}
                  >
                    {t('order.pay')}
                  </ButtonLink>
                )}
                {invoiceId && (
                  <ButtonLink wide to={at('/billing/invoices/$invoiceId', { invoiceId })}>
                    {t('order.show-invoice')}
                  </ButtonLink>
                )}
                {order.may.includes('cancel') && <Cancel {...params} number={order.number} />}
                {order.may.length === 0 && !invoiceId && <p>{t('order.nothing')}</p>}
              </Stack>
            </Card>
            <Card title={t('order.history')}>
              <KeyValues
                of={order.changes.map((change) => [
                  t(`state.${change.to}`),
                  <span key={change.at}>
                    <DateTime at={change.at} />
                    {change.name && <span className="muted"> · {change.name}</span>}
                  </span>,
                ])}
              />
            </Card>
          </>
        }
      >
        <Card title={t('order.amounts')}>
          <PriceExplained
            lines={order.items.map((item) => ({
              text: `${translated(item.productName)} ${translated(item.offerName)}`,
              quantity: item.quantity,
              steps: item.steps,
              net: item.net,
            }))}
            net={order.net}
            vatRows={order.vatRows}
            gross={order.gross}
          />
        </Card>
        <Card title={t('order.products')}>
          <KeyValues
            of={order.items.map((item, index) => [
              `${index + 1}. ${translated(item.productName)}`,
              item.subscriptionId ? (
                <Link
                  key={index}
                  to={at('/products/$subscriptionId', { subscriptionId: item.subscriptionId })}
                >
                  {Object.values(item.configuration).join(', ') || t('order.show-product')}
                </Link>
              ) : (
                Object.values(item.configuration).join(', ') || t('order.starts-when-paid')
              ),
            ])}
          />
        </Card>
      </Columns>
    </Page>
  );
}

function Cancel({
  organizationId,
  orderId,
  number,
}: {
  organizationId: OrganizationId;
  orderId: Id<'ord'>;
  number: number;
}) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const cancel = useAct('cancelOrder', {
    said: t('order.cancelled', { number: format.number(number) }),
    showsFailure: true,
    onDone: () => setOpen(false),
  });
  return (
    <Buttons>
      <Button wide onClick={() => setOpen(true)}>
        {t('order.cancel')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('order.cancel-title', { number })}
        lost={[t('order.lost')]}
        kept={[t('order.kept')]}
        confirm={t('order.cancel')}
        onConfirm={() => void cancel.act({ params: { organizationId, orderId } })}
        isBusy={cancel.isBusy}
        failure={cancel.failure}
        danger
      />
    </Buttons>
  );
}
