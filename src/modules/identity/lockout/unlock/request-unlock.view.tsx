import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { looksLikeAddress } from '../../accounts/typed-address.rules.ts';

/** Asks for a link that lets this browser in. The answer is the same for every address. */
export function RequestUnlock({ more }: { readonly more: ReactNode }) {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm('requestUnlock', {
    initial: { address: '' },
    check: ({ address }) => ({
      address: looksLikeAddress(address) ? undefined : t('field.not-an-address'),
    }),
    send: (body) => ({ body }),
    onDone: ({ address }) => setSentTo(address),
  });
  return (
    <DoorPage
      title={t('unlock.title')}
      subtitle={sentTo === undefined && t('unlock.subtitle')}
      more={more}
    >
      {sentTo === undefined ? (
        <Form of={form} submit={t('unlock.submit')} wide>
          <TextField
            {...form.field('address')}
            label={t('field.address')}
            kind="email"
            autoComplete="username"
            autoFocus
          />
        </Form>
      ) : (
        <Note tone="ok" title={t('sign-up.look')}>
          {t('unlock.sent', { address: sentTo })}
        </Note>
      )}
    </DoorPage>
  );
}
