import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { saveBlob } from '#web/api/upload.ts';
import { useStaffSession } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { sandboxWays, type SandboxWay } from './sandbox-payment.rules.ts';

/** In a demo: writes the statement that a bank would send if somebody paid. */
export function SandboxStatement() {
  const { t } = useTranslation('billing');
  const { sandbox } = useStaffSession();
  const [isOpen, setOpen] = useState(false);
  if (!sandbox) return null;
  return (
    <Card title={t('sandbox.title')}>
      <Stack tight>
        <p>{t('sandbox.text')}</p>
        <Button icon="bank" onClick={() => setOpen(true)}>
          {t('sandbox.write')}
        </Button>
      </Stack>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('sandbox.title')}>
        <Write onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

type Values = { reference: string; way: SandboxWay; payer: string };

function Write({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('billing');
  const form = useForm<'writeSandboxStatement', Values>('writeSandboxStatement', {
    initial: { reference: '', way: 'exact', payer: '' },
    check: ({ reference, way }) => ({
      reference:
        way !== 'unknown-reference' && reference.trim() === '' ? t('sandbox.needed') : undefined,
    }),
    send: ({ reference, way, payer }) => ({
      body: { payments: [{ reference, way, ...(payer.trim() === '' ? {} : { payer }) }] },
    }),
    onDone: (statement) => {
      saveBlob(statement, 'camt053-demo.xml');
      onDone();
    },
  });
  return (
    <Form of={form} submit={t('sandbox.download')} onCancel={onDone}>
      <TextField
        {...form.field('reference')}
        label={t('sandbox.reference')}
        hint={t('sandbox.reference-hint')}
        maxLength={40}
        autoFocus
      />
      <SelectField
        {...form.field('way')}
        label={t('sandbox.way')}
        of={sandboxWays.map((value) => ({ value, label: t(`sandbox.ways.${value}`) }))}
      />
      <TextField {...form.field('payer')} label={t('bank.payer')} isOptional maxLength={70} />
    </Form>
  );
}
