import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#ui/text/link.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
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
  return isDone ? (
    <PasswordSet />
  ) : (
    <ChoosePassword form={form} words="reset" more={<OtherWays />} />
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
