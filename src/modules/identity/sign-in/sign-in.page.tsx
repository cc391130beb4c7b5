import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { say } from '#ui/feedback/toasts.tsx';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { PasswordField, TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Link, splitAddress } from '#ui/text/link.tsx';
import { call } from '#web/api/client.ts';
import { keepsPasskeys } from '#web/api/passkeys.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { useQuery } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { PasskeyDoor } from './passkey/passkey-door.view.tsx';

/** The customer's door. Every refusal sounds the same. */
export function SignInPage() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const { next, ended } = useQuery();
  const form = useForm('signIn', {
    initial: { address: '', password: '', staySignedIn: false },
    check: ({ address, password }) => ({
      address: address.trim() === '' ? t('field.needed') : undefined,
      password: password === '' ? t('field.needed') : undefined,
    }),
    send: (values) => ({ body: { ...values, ...(next ? { returnTo: next } : {}) } }),
    onDone: (answer, { staySignedIn }) => {
      if (answer.outcome === 'password-change-needed') {
        void navigate(splitAddress(`${place('/sign-in/new-password')}?by=${answer.by}`));
      }
      if (answer.outcome === 'factor-needed') {
        void navigate({ to: place('/sign-in/second-factor') });
      }
      if (answer.outcome !== 'signed-in') return;
      if (staySignedIn && !answer.staysSignedIn) say.done(t('sign-in.not-kept'));
      const { csrf, returnTo } = answer;
      void sessionChanged('user', csrf)
        .then(() => navigate(splitAddress(returnTo)))
        .then(offerPasskey);
    },
  });

  /** Once, after the password and beside the page that somebody wanted: next time without it. */
  async function offerPasskey(): Promise<void> {
    if (!(await keepsPasskeys())) return;
    const { isOffered } = await call('takePasskeyOffer', {}).catch(() => ({ isOffered: false }));
    if (!isOffered) return;
    const to = `${place('/account/security/two-factor')}?add=passkey`;
    say.offer(<Said what="offer" />, {
      label: <Said what="offer-take" />,
      onTake: () => void navigate(splitAddress(to)),
    });
  }

  return (
    <DoorPage
      title={t('sign-in.title')}
      subtitle={t(ended ? 'sign-in.ended' : 'sign-in.subtitle')}
      more={
        <>
          <p>
            <Link to={place('/recover')}>{t('sign-in.forgot')}</Link> ·{' '}
            <Link to={place('/unlock')}>{t('sign-in.locked')}</Link>
          </p>
          <p>
            {t('sign-in.new-here')} <Link to={place('/sign-up')}>{t('sign-in.sign-up')}</Link>
          </p>
        </>
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
        <CheckField {...form.field('staySignedIn')} label={t('sign-in.stay')} />
      </Form>
      <PasskeyDoor side="user" returnTo={next} stay={form.values.staySignedIn} />
    </DoorPage>
  );
}

/** In the language of the account, which the page may only be about to speak. */
function Said({ what }: { what: 'offer' | 'offer-take' }) {
  const { t } = useTranslation('identity');
  return t(`passkey.${what}`);
}
