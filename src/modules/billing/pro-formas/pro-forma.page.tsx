import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { ButtonFile, ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { PriceExplained } from '#ui/text/price-explained.tsx';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';
import { addressOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { Buyer } from '../payments/buyer.view.tsx';
import { HowToPay } from '../payments/how-to-pay.view.tsx';

const tones: { readonly [state: string]: BadgeTone } = {
  open: 'warn',
  settled: 'ok',
  cancelled: 'idle',
  expired: 'idle',
};

/** What an unpaid order (or a top-up) asks for: amounts, its own reference, how to pay. */
export function ProFormaPage(params: { organizationId: OrganizationId; proFormaId: Id<'pfo'> }) {
  const { t } = useTranslation('billing');
  const at = usePlaces();
  const proForma = useData('readProForma', { params });
  const { state, priced, kind, invoiceId } = proForma;

  return (
    <Page
      title={t(kind === 'order' ? 'pro-forma.title' : 'pro-forma.title-top-up')}
      subtitle={
        <StatusBadge tone={tones[state] ?? 'idle'}>{t(`pro-forma.state.${state}`)}</StatusBadge>
      }
      back={
        kind === 'order'
          ? { label: t('pro-forma.orders'), to: at('/orders') }
          : { label: t('prepaid.title'), to: at('/billing/prepaid') }
      }
      help="invoices"
      actions={
        <ButtonFile href={addressOf('downloadProFormaPdf', { params })}>{t('pdf')}</ButtonFile>
      }
    >
      <Columns
        aside={
          <>
            {state === 'open' && (
              <HowToPay
                what={{ kind: 'pro-forma', ...params }}
                amount={proForma.gross}
                payment={proForma.payment}
                prepaid={proForma.prepaid}
                may={proForma.may}
              />
            )}
            <Card title={t('invoice.facts')}>
              <KeyValues
                of={[
                  [t('invoice.reference'), proForma.printedReference],
                  [t('invoices.date'), <Day key="m" at={proForma.madeOn} />],
                  [t('pro-forma.payable-until'), <Day key="e" at={proForma.expiresOn} />],
                  [
                    t('invoice.order'),
                    kind === 'order' && (
                      <Link key="o" to={at('/orders/$orderId', { orderId: proForma.subjectId })}>
                        {t('invoice.show-order')}
                      </Link>
                    ),
                  ],
                ]}
              />
            </Card>
          </>
        }
      >
        {invoiceId && (
          <Note tone="ok" title={t('pro-forma.settled')}>
            <ButtonLink to={at('/billing/invoices/$invoiceId', { invoiceId })}>
              {t('pro-forma.show-invoice')}
            </ButtonLink>
          </Note>
        )}
        {(state === 'cancelled' || state === 'expired') && (
          <Note title={t(`pro-forma.${state}`)}>{t('pro-forma.money-goes')}</Note>
        )}
        <Card title={t('invoice.lines')}>
          {priced ? (
            <PriceExplained
              {...priced}
              {...(priced.treatment === 'charged'
                ? {}
                : { note: t(`treatment.${priced.treatment}`) })}
            />
          ) : (
            <KeyValues of={[[t('pro-forma.top-up'), <Money key="g" {...proForma.gross} />]]} />
          )}
        </Card>
        <Card title={t('invoice.buyer')}>
          <Buyer {...proForma.buyer} />
        </Card>
      </Columns>
    </Page>
  );
}
