import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Link } from '#ui/text/link.tsx';
import { useForm } from '#web/api/use-form.ts';
import { useQuery } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Where a sign-in with a doubted password ends: another one is set, here or by mail (PW-08). */
export function NewPasswordPage() {
  const { t } = useTranslation('identity');
  const { by } = useQuery();
  const [isDone, setDone] = useState(false);
  const form = useForm('replacePassword', {
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('field.needed') : undefined }),
    send: (body) => ({ body }),
    onDone: () => setDone(true),
  });
  if (by === 'mail') {
    return (
      <DoorPage title={t('replace.mailed')} more={<BackToDoor />}>
        <Note tone="info">{t('replace.mailed-text')}</Note>
      </DoorPage>
    );
  }
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
    <DoorPage title={t('replace.title')} subtitle={t('replace.subtitle')} more={<BackToDoor />}>
      <Form of={form} submit={t('replace.submit')} wide>
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

function BackToDoor() {
  const { t } = useTranslation('identity');
  return (
    <p>
      <Link to={place('/sign-in')}>{t('recover.back')}</Link>
    </p>
  );
}
