import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MoneyOut, SaleCurrency } from '#kernel/money.ts';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { AmountField } from '#ui/form/amount-field.tsx';
import { Form } from '#ui/form/form.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Columns, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { useData, useList } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { usePlaces } from '#web/routing/place.ts';
import type { pages } from '../texts/pages.en.ts';

/** What came in and went out of the prepaid account, each line with its reason. */
export function PrepaidPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('billing');
  const params = { organizationId };
  const { balances } = useData('readPrepaid', { params });
  const list = useList('listPrepaidLines', { params });
  const [isOpen, setOpen] = useState(false);
  const currency: SaleCurrency = balances[0]?.currency === 'CHF' ? 'CHF' : 'EUR';
  const topUp = (
    <Button tone="primary" icon="add" onClick={() => setOpen(true)}>
      {t('prepaid.top-up')}
    </Button>
  );

  return (
    <Page
      title={t('prepaid.title')}
      subtitle={t('prepaid.subtitle')}
      help="prepaid"
      actions={topUp}
    >
      <Columns
        aside={
          <Card title={t('prepaid.balance')}>
            <Stack tight>
              {balances.map((balance) => (
                <div key={balance.currency} className="big-figure">
                  <Money {...balance} />
                </div>
              ))}
              <p className="small muted">{t('prepaid.never-negative')}</p>
            </Stack>
          </Card>
        }
      >
        <Card bare>
          <DataTable
            label={t('prepaid.lines')}
            list={list}
            rowKey={(line) => line.prepaidLineId}
            empty={
              <Empty icon="wallet" help="prepaid">
                {t('prepaid.empty')}
              </Empty>
            }
            columns={[
              {
                header: t('prepaid.because'),
                cell: (line) => <Reason because={line.because} facts={line.facts} />,
              },
              { header: t('prepaid.booked'), cell: (line) => <Day at={line.bookedOn} /> },
              {
                header: t('prepaid.amount'),
                cell: (line) => <Money {...line.amount} />,
                align: 'end',
              },
              {
                header: t('prepaid.balance'),
                cell: (line) => <Money {...line.balance} />,
                align: 'end',
              },
            ]}
          />
        </Card>
      </Columns>
      <TopUp
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        organizationId={organizationId}
        currency={currency}
      />
    </Page>
  );
}

type ReasonProps = {
  because: keyof typeof pages.prepaid.reason;
  facts: { readonly [name: string]: string };
};

function Reason({ because, facts }: ReasonProps) {
  const { t } = useTranslation('billing');
  return (
    <>
      {t(`prepaid.reason.${because}`)}
      <CellNote>{facts['number'] ?? facts['reference'] ?? ''}</CellNote>
    </>
  );
}

function TopUp({
  isOpen,
  onClose,
  organizationId,
  currency,
}: {
  isOpen: boolean;
  onClose: () => void;
  organizationId: OrganizationId;
  currency: SaleCurrency;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const at = usePlaces();
  const navigate = useNavigate();
  const form = useForm('requestTopUp', {
    initial: { amount: undefined as MoneyOut | undefined },
    check: ({ amount }) => (amount ? {} : { amount: t('prepaid.not-an-amount') }),
    send: ({ amount }) => ({
      params: { organizationId },
      body: { amount: { minor: amount?.minor ?? '0', currency } },
    }),
    onDone: ({ proFormaId }) => {
      void navigate({ to: at('/billing/pro-formas/$proFormaId', { proFormaId }) });
    },
  });
  const { amount } = form.values;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('prepaid.top-up')}>
      <Form
        of={form}
        submit={
          amount
            ? t('prepaid.request', { amount: format.money(amount) })
            : t('prepaid.request-empty')
        }
        onCancel={onClose}
      >
        <p className="muted">{t('prepaid.how')}</p>
        <AmountField
          {...form.field('amount')}
          currency={currency}
          label={t('prepaid.top-up-amount')}
        />
      </Form>
    </Dialog>
  );
}
