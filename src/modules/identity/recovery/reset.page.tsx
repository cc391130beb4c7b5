import { useState } from 'react';
import { useForm } from '#web/api/use-form.ts';
import { takeToken } from '#web/routing/token.ts';
import { ChoosePassword, PasswordSet } from '../passwords/choose-password.view.tsx';

/** Behind the mailed link: a new password. */
export function ResetPage() {
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);
  const form = useForm('completeReset', {
    initial: { password: '' },
    send: ({ password }) => ({ body: { token, password } }),
    onDone: () => setDone(true),
  });
  return isDone ? <PasswordSet /> : <ChoosePassword form={form} words="reset" />;
}
