import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Behind the mailed link: a new password. It signs nobody in; other sessions end. */
export function ResetPage() {
  const { t } = useTranslation('identity');
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);
  const form = useForm('completeReset', {
    initial: { password: '' },
    send: ({ password }) => ({ body: { token, password } }),
    onDone: () => setDone(true),
  });
  if (isDone) {
    return (
      <DoorPage title={t('reset.done')}>
        <Note tone="ok">{t('reset.ended')}</Note>
        <ButtonLink tone="primary" wide to={place('/sign-in')}>
          {t('sign-in.title')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('reset.title')} subtitle={t('reset.subtitle')}>
      <Form of={form} submit={t('reset.submit')} wide>
        <PasswordField
          {...form.field('password')}
          label={t('field.new-password')}
          hint={t('reset.hint')}
          autoComplete="new-password"
          autoFocus
        />
      </Form>
    </DoorPage>
  );
}
