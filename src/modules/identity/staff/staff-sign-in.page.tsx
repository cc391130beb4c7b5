import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { PasswordField, TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Link, splitAddress } from '#ui/text/link.tsx';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { useQuery } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { PasskeyDoor } from '../sign-in/passkey/passkey-door.view.tsx';

/** The door of the provider's people. */
export function StaffSignInPage() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const { next, ended } = useQuery();
  const form = useForm('staffSignIn', {
    initial: { address: '', password: '' },
    check: ({ address, password }) => ({
      address: address.trim() === '' ? t('field.needed') : undefined,
      password: password === '' ? t('field.needed') : undefined,
    }),
    send: (values) => ({ body: { ...values, returnTo: next ?? '/staff' } }),
    onDone: (answer) => {
      if (answer.outcome !== 'signed-in') {
        void navigate({ to: place('/sign-in/second-factor') });
        return;
      }
      const { csrf, returnTo } = answer;
      void sessionChanged('staff', csrf).then(() => navigate(splitAddress(returnTo)));
    },
  });
  return (
    <DoorPage
      title={t('staff-sign-in.title')}
      subtitle={t(ended ? 'sign-in.ended' : 'staff-sign-in.subtitle')}
      more={
        <p>
          <Link to={place('/sign-in')}>{t('staff-sign-in.customer')}</Link>
        </p>
      }
    >
      <Form of={form} submit={t('sign-in.submit')} wide>
        <TextField
          {...form.field('address')}
          label={t('field.address')}
          kind="email"
          autoComplete="username webauthn"
          autoFocus
        />
        <PasswordField
          {...form.field('password')}
          label={t('field.password')}
          autoComplete="current-password"
        />
      </Form>
      <PasskeyDoor side="staff" returnTo={next ?? '/staff'} />
    </DoorPage>
  );
}
