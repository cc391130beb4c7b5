import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { useForm } from '#web/api/use-form.ts';
import { useQuery } from '#web/routing/filters.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { BackToDoor } from '../../sign-in/back-to-door.view.tsx';
import { ChoosePassword, PasswordSet } from '../choose-password.view.tsx';

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
  if (isDone) return <PasswordSet />;
  return <ChoosePassword form={form} words="replace" more={<BackToDoor />} />;
}
