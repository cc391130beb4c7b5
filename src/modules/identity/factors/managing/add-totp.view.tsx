import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import { QrPicture } from '#ui/text/qr-picture.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { useForm } from '#web/api/use-form.ts';
import { CodeField } from '../asking/code-field.view.tsx';
import { BeginningField } from '../../staff/beginning/beginning-field.view.tsx';
import { routesOf } from './routes-of.view.tsx';

type Props = {
  readonly side: Side;
  readonly needsBeginning: boolean;
  readonly onClose: () => void;
  readonly onAdded: (emergencyCodes: readonly string[] | null) => void;
};

/** A code app in two steps: its name, then the picture to scan and the first code. */
export function AddTotpDialog(props: Props) {
  const { t } = useTranslation('identity');
  const [begun, setBegun] = useState<AnswerOf<'beginTotp'>>();
  return (
    <Dialog isOpen onClose={props.onClose} title={t('two-factor.add-totp')}>
      {begun ? <Confirm {...props} begun={begun} /> : <Name {...props} onBegun={setBegun} />}
    </Dialog>
  );
}

function Name({
  side,
  needsBeginning,
  onClose,
  onBegun,
}: Props & { onBegun: (begun: AnswerOf<'beginTotp'>) => void }) {
  const { t } = useTranslation('identity');
  const suggested: string = t('two-factor.names.totp');
  const form = useForm(routesOf[side].beginTotp, {
    initial: { label: suggested, code: '' },
    check: ({ label, code }) => ({
      label: label.trim() === '' ? t('field.needed') : undefined,
      code: needsBeginning && code.trim() === '' ? t('field.needed') : undefined,
    }),
    send: ({ label, code }) => ({ body: { label, ...(needsBeginning && { code }) } }),
    onDone: onBegun,
  });
  return (
    <Form of={form} submit={t('two-factor.go')} onCancel={onClose}>
      <TextField
        {...form.field('label')}
        label={t('two-factor.name')}
        hint={t('two-factor.name-hint')}
        maxLength={60}
        autoFocus
      />
      {needsBeginning && <BeginningField {...form.field('code')} />}
    </Form>
  );
}

function Confirm({
  side,
  onClose,
  onAdded,
  begun: { factorId, key, picture },
}: Props & { begun: AnswerOf<'beginTotp'> }) {
  const { t } = useTranslation('identity');
  const form = useForm(routesOf[side].confirmTotp, {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('field.needed') : undefined }),
    send: ({ code }) => ({ body: { factorId, code } }),
    said: t('two-factor.added'),
    onDone: ({ csrf, emergencyCodes }) => {
      keepCsrf(side, csrf);
      onAdded(emergencyCodes);
    },
  });
  return (
    <Stack>
      <p>{t('two-factor.scan')}</p>
      <QrPicture {...picture} label={t('two-factor.picture')} />
      <CopyField
        label={t('two-factor.key')}
        value={key}
        shown={key.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      />
      <p>{t('two-factor.then-code')}</p>
      <Form of={form} submit={t('two-factor.confirm')} onCancel={onClose}>
        <CodeField {...form.field('code')} method="totp" autoFocus />
      </Form>
    </Stack>
  );
}
