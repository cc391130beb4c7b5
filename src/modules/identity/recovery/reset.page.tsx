import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Link } from '#ui/text/link.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { ChoosePassword, PasswordSet } from '../passwords/choose-password.view.tsx';
import { BackToDoor } from '../sign-in/back-to-door.view.tsx';

/** Behind the mailed link: a new password. */
export function ResetPage() {
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);
  const form = useForm('completeReset', {
    initial: { password: '' },
    send: ({ password }) => ({ body: { token, password } }),
    onDone: () => setDone(true),
  });
  if (token === '') return <DeadLink />;
  return isDone ? (
    <PasswordSet />
  ) : (
    <ChoosePassword form={form} words="reset" more={<OtherWays />} />
  );
}

/** There is no token to send: no password would be set by it. */
function DeadLink() {
  const { t } = useTranslation('identity');
  return (
    <DoorPage title={t('verify.dead')} more={<BackToDoor />}>
      <Note tone="bad">{t('refusal.link-dead')}</Note>
      <ButtonLink tone="primary" wide to={place('/recover')}>
        {t('recover.again')}
      </ButtonLink>
    </DoorPage>
  );
}

/** A link that is dead is no dead end. */
function OtherWays() {
  const { t } = useTranslation('identity');
  return (
    <>
      <p>
        <Link to={place('/recover')}>{t('recover.again')}</Link>
      </p>
      <BackToDoor />
    </>
  );
}
