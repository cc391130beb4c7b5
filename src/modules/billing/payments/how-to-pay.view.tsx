import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { toDecimal, fromMoneyOut, type MoneyOut } from '#kernel/money.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card, Section } from '#ui/page/card.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import { useAct } from '#web/api/acts.ts';
import { usePlaces } from '#web/routing/place.ts';

type What =
  | { kind: 'invoice'; organizationId: OrganizationId; invoiceId: Id<'inv'> }
  | { kind: 'pro-forma'; organizationId: OrganizationId; proFormaId: Id<'pfo'> };

type Payment = {
  readonly account: string;
  readonly payee: string;
  readonly amount: MoneyOut;
  readonly reference: string;
  readonly printedReference: string;
};

/**
 * The ways to pay a document: from prepaid when it covers it, or by transfer with its reference.
 */
export function HowToPay(props: {
  what: What;
  amount: MoneyOut;
  payment: Payment | null;
  prepaid: MoneyOut;
  may: readonly string[];
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { payment, amount } = props;
  return (
    <Card title={t('pay.title')} more={<strong>{format.money(amount)}</strong>}>
      <Stack>
        <FromPrepaid {...props} />
        {payment && (
          <Section title={t('pay.by-transfer')}>
            <Stack tight>
              <CopyField
                label={t('pay.iban')}
                value={payment.account}
                shown={payment.account.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              />
              <CopyField
                label={t('pay.reference')}
                value={payment.reference}
                shown={payment.printedReference}
              />
              <CopyField
                label={t('pay.amount', { currency: amount.currency })}
                value={toDecimal(fromMoneyOut(amount))}
              />
              <CopyField label={t('pay.payee')} value={payment.payee} />
              <p className="small muted">{t('pay.exactly')}</p>
            </Stack>
          </Section>
        )}
      </Stack>
    </Card>
  );
}

function FromPrepaid({
  what,
  amount,
  prepaid,
  may,
}: Pick<Parameters<typeof HowToPay>[0], 'what' | 'amount' | 'prepaid' | 'may'>) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const at = usePlaces();
  const paid = { said: t('pay.done', { amount: format.money(amount) }) };
  const invoice = useAct('payInvoiceFromPrepaid', paid);
  const proForma = useAct('payProFormaFromPrepaid', paid);
  const covers = BigInt(prepaid.minor) >= BigInt(amount.minor);
  const reason = covers
    ? may.includes('pay-from-prepaid')
      ? undefined
      : t('pay.not-permitted')
    : t('pay.too-low', { balance: format.money(prepaid) });

  const pay = (): void => {
    if (what.kind === 'invoice') {
      const { organizationId, invoiceId } = what;
      void invoice.act({ params: { organizationId, invoiceId } });
    } else {
      const { organizationId, proFormaId } = what;
      void proForma.act({ params: { organizationId, proFormaId } });
    }
  };

  return (
    <Because
      wide
      reason={reason}
      {...(covers ? {} : { wayOut: { label: t('pay.top-up'), to: at('/billing/prepaid') } })}
    >
      <Button tone="primary" wide isBusy={invoice.isBusy || proForma.isBusy} onClick={pay}>
        {t('pay.from-prepaid', { amount: format.money(amount) })}
      </Button>
    </Because>
  );
}
