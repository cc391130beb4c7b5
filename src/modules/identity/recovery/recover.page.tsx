import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { looksLikeAddress } from '../accounts/typed-address.rules.ts';
import { BackToDoor } from '../sign-in/back-to-door.view.tsx';

type Mailbox = 'login' | 'recovery';
const first: Mailbox = 'login';

/** Asks for a link to set a new password, at either of two mailboxes (R78). */
export function RecoverPage() {
  const { t } = useTranslation('identity');
  const [sent, setSent] = useState<{ address: string; to: Mailbox }>();
  const form = useForm('requestReset', {
    initial: { address: '', to: first },
    check: ({ address }) => ({
      address: looksLikeAddress(address) ? undefined : t('field.not-an-address'),
    }),
    send: (body) => ({ body }),
    onDone: ({ address }, { to }) => setSent({ address, to }),
  });
  if (sent) {
    const { address, to } = sent;
    return (
      <DoorPage title={t('recover.title')} more={<BackToDoor />}>
        <Note tone="ok" title={t('sign-up.look')}>
          {t(to === 'login' ? 'recover.sent' : 'recover-to.sent', { address })}
        </Note>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('recover.title')} subtitle={t('recover.subtitle')} more={<BackToDoor />}>
      <Form of={form} submit={t('recover.submit')} wide>
        <TextField
          {...form.field('address')}
          label={t('field.address')}
          kind="email"
          autoComplete="username"
          autoFocus
        />
        <ChoiceField
          {...form.field('to')}
          label={t('recover-to.label')}
          of={[
            { value: 'login', label: t('recover-to.login') },
            {
              value: 'recovery',
              label: t('recover-to.recovery'),
              note: t('recover-to.recovery-note'),
            },
          ]}
        />
      </Form>
    </DoorPage>
  );
}
