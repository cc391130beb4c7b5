import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { makePasskey } from '#web/api/passkeys.ts';
import { useForm } from '#web/api/use-form.ts';
import { BeginningField } from '../../staff/beginning/beginning-field.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** A passkey or a security key: its name here, the rest in the browser's own window. */
export function AddPasskeyDialog({
  side,
  choice,
  needsBeginning,
  onClose,
  onAdded,
}: {
  side: Side;
  needsBeginning: boolean;
  choice: 'passkey' | 'key';
  onClose: () => void;
  onAdded: (emergencyCodes: readonly string[] | null) => void;
}) {
  const { t } = useTranslation('identity');
  const suggested: string = t(`two-factor.names.${choice}`);
  const use = choice === 'key' ? 'security-key' : 'passkey';
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<string>();
  const confirm = useAct(routesOf[side].confirmPasskey, {
    showsFailure: true,
    said: t('two-factor.added'),
    onDone: ({ csrf, emergencyCodes }) => {
      keepCsrf(side, csrf);
      onAdded(emergencyCodes);
    },
  });
  const form = useForm(routesOf[side].beginPasskey, {
    initial: { label: suggested, code: '' },
    check: ({ label, code }) => ({
      label: label.trim() === '' ? t('field.needed') : undefined,
      code: needsBeginning && code.trim() === '' ? t('field.needed') : undefined,
    }),
    send: ({ label, code }) => ({ body: { label, use, ...(needsBeginning && { code }) } }),
    onDone: (begun) => void make(begun),
  });
  async function make({ factorId, options }: AnswerOf<'beginPasskey'>): Promise<void> {
    setAsks(true);
    setProblem(undefined);
    const response = await makePasskey(options);
    if (response) await confirm.act({ body: { factorId, use, response } });
    else setProblem(t('passkey.turned-away'));
    setAsks(false);
  }

  const state = {
    ...form,
    isBusy: form.isBusy || asks || confirm.isBusy,
    failure: form.failure ?? problem ?? confirm.failure,
  };
  return (
    <Dialog isOpen onClose={onClose} title={t(`two-factor.add-${choice}`)}>
      <Form of={state} submit={t('two-factor.go')} onCancel={onClose}>
        <TextField
          {...form.field('label')}
          label={t('two-factor.name')}
          hint={t('two-factor.name-hint')}
          maxLength={60}
          autoFocus
        />
        {needsBeginning && <BeginningField {...form.field('code')} />}
      </Form>
    </Dialog>
  );
}
