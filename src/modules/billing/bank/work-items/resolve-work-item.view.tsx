import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { TextArea, TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import type { ResolutionKind } from './work-item.rules.ts';
import type { WorkItem } from './work-items.page.tsx';

type Values = {
  outcome: ResolutionKind;
  organizationId: string;
  reference: string;
  reason: string;
};

/** Whose money it is, which document it pays, or why it stays where it is. */
export function ResolveWorkItem({ item, onDone }: { item: WorkItem; onDone: () => void }) {
  const { t } = useTranslation('billing');
  const form = useForm<'resolveWorkItem', Values>('resolveWorkItem', {
    initial: {
      outcome: item.may[0] ?? 'keep',
      organizationId: item.proposal?.organizationId ?? '',
      reference: item.proposal?.reference ?? '',
      reason: '',
    },
    check: (values) => missing(values, t('work.needed')),
    send: (values) => ({ params: { workItemId: item.workItemId }, body: resolutionOf(values) }),
    said: t('work.done'),
    onDone,
  });
  const { outcome } = form.values;
  return (
    <Stack>
      {item.line && (
        <KeyValues
          of={[
            [t('bank.payer'), item.line.payer.name],
            ['IBAN', item.line.payer.iban],
            [t('invoice.reference'), item.line.reference],
            [t('work.text'), item.line.text],
            [t('bank.booked'), <Day key="d" at={item.line.bookedOn} />],
            [t('invoices.amount'), <Money key="a" {...item.line.amount} />],
          ]}
        />
      )}
      {item.proposal && (
        <Note title={t('work.proposal', { name: item.proposal.organization })}>
          {t('work.proposal-text')}
        </Note>
      )}
      <Form of={form} submit={t(`work.submit.${outcome}`)} onCancel={onDone}>
        <ChoiceField
          {...form.field('outcome')}
          label={t('work.decision')}
          of={item.may.map((value) => ({
            value,
            label: t(`work.outcome.${value}`),
            note: t(`work.note.${value}`),
          }))}
        />
        {outcome === 'prepaid' && (
          <ChooseOrganization
            value={form.values.organizationId}
            error={form.field('organizationId').error}
            onChange={(organizationId) => form.set({ organizationId })}
          />
        )}
        {outcome === 'settle' && (
          <TextField {...form.field('reference')} label={t('work.reference')} maxLength={40} />
        )}
        {outcome === 'keep' && (
          <TextArea {...form.field('reason')} label={t('work.reason')} maxLength={300} />
        )}
      </Form>
    </Stack>
  );
}

function ChooseOrganization({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (organizationId: string) => void;
}) {
  const { t } = useTranslation('billing');
  const [text, setText] = useState('');
  const found = useOptionalData('findOrganizations', {
    query: { limit: 6, ...(text === '' ? {} : { text }) },
  });
  return (
    <Stack tight>
      <TextField
        name="customer"
        label={t('work.customer')}
        hint={t('work.customer-hint')}
        value={text}
        error={error}
        onChange={setText}
      />
      <ChoiceField
        name="organizationId"
        label={t('work.found')}
        value={value}
        error={undefined}
        onChange={onChange}
        of={(found?.rows ?? []).map((row) => ({
          value: row.organizationId as string,
          label: row.name,
          end: row.customerNumber,
        }))}
      />
    </Stack>
  );
}

function missing(values: Values, sentence: string) {
  const { outcome, organizationId, reference, reason } = values;
  return {
    organizationId: outcome === 'prepaid' && organizationId === '' ? sentence : undefined,
    reference: outcome === 'settle' && reference.trim().length < 4 ? sentence : undefined,
    reason: outcome === 'keep' && reason.trim().length < 3 ? sentence : undefined,
  };
}

function resolutionOf({ outcome, organizationId, reference, reason }: Values) {
  if (outcome === 'prepaid') return { outcome, organizationId: organizationId as OrganizationId };
  return outcome === 'settle' ? { outcome, reference } : { outcome, reason };
}
