import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Link } from '#ui/text/link.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Asks for a link to set a new password. The answer is the same for every address. */
export function RecoverPage() {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm('requestReset', {
    initial: { address: '' },
    check: ({ address }) => ({
      address: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address.trim())
        ? undefined
        : t('field.not-an-address'),
    }),
    send: (body) => ({ body }),
    onDone: ({ address }) => setSentTo(address),
  });
  const back = (
    <p>
      <Link to={place('/sign-in')}>{t('recover.back')}</Link>
    </p>
  );
  return (
    <DoorPage
      title={t('recover.title')}
      subtitle={sentTo === undefined && t('recover.subtitle')}
      more={back}
    >
      {sentTo === undefined ? (
        <Form of={form} submit={t('recover.submit')} wide>
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
          {t('recover.sent', { address: sentTo })}
        </Note>
      )}
    </DoorPage>
  );
}
