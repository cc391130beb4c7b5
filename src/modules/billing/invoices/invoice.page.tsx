import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { ButtonFile } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { PriceExplained } from '#ui/text/price-explained.tsx';
import { addressOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { Buyer } from '../payments/buyer.view.tsx';
import { HowToPay } from '../payments/how-to-pay.view.tsx';
import { InvoiceStatus } from './invoice-status.view.tsx';

/** One invoice: what it is for, line by line and why, and how to pay it. */
export function InvoicePage(params: { organizationId: OrganizationId; invoiceId: Id<'inv'> }) {
  const { t } = useTranslation('billing');
  const at = usePlaces();
  const format = useFormat();
  const invoice = useData('readInvoice', { params });
  const { treatment, ...priced } = invoice.priced;

  return (
    <Page
      title={t('invoice.title', { number: invoice.number })}
      subtitle={<InvoiceStatus {...invoice} />}
      back={{ label: t('invoices.title'), to: at('/billing/invoices') }}
      help="invoices"
      actions={
        <ButtonFile href={addressOf('downloadInvoicePdf', { params })}>{t('pdf')}</ButtonFile>
      }
    >
      <Columns
        aside={
          <>
            {invoice.state === 'open' && (
              <HowToPay
                what={{ kind: 'invoice', ...params }}
                amount={invoice.open}
                payment={invoice.payment}
                prepaid={invoice.prepaid}
                may={invoice.may}
              />
            )}
            <Card title={t('invoice.facts')}>
              <KeyValues
                of={[
                  [t('invoices.number'), invoice.number],
                  [t('invoice.reference'), invoice.printedReference],
                  [t('invoices.date'), <Day key="d" at={invoice.issuedOn} />],
                  [t('invoice.due'), <Day key="u" at={invoice.dueOn} />],
                  [t('invoice.paid-on'), invoice.paidOn && <Day key="p" at={invoice.paidOn} />],
                  [
                    t('invoice.order'),
                    invoice.subject.kind === 'order' && (
                      <Link key="o" to={at('/orders/$orderId', { orderId: invoice.subject.id })}>
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
        <Card title={t('invoice.lines')}>
          <PriceExplained
            {...priced}
            {...(treatment === 'charged' ? {} : { note: t(`treatment.${treatment}`) })}
          />
        </Card>
        <Card title={t('invoice.buyer')}>
          <Buyer {...invoice.buyer} />
        </Card>
        {invoice.payments.length > 0 && (
          <Card title={t('invoice.payments')}>
            <KeyValues
              of={invoice.payments.map((payment) => [
                format.day(payment.on),
                t(`means.${payment.means}`, { amount: format.money(payment.amount) }),
              ])}
            />
          </Card>
        )}
      </Columns>
    </Page>
  );
}
