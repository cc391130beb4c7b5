import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Behind the mailed link: the address is proven, the password chosen, the account open. */
export function VerifyPage() {
  const { t } = useTranslation('identity');
  const [token] = useState(takeToken);
  const link = useOptionalData('openSignUpLink', { body: { token } }, { enabled: token !== '' });
  const [isPatient, setPatient] = useState(true);
  if (link) return <ChoosePassword token={token} {...link} />;
  return (
    <DoorPage title={t('verify.title')}>
      {isPatient && token !== '' ? (
        <Button wide isBusy onClick={() => setPatient(false)}>
          {t('verify.opening')}
        </Button>
      ) : (
        <Failure title={t('verify.dead')}>{t('refusal.link-dead')}</Failure>
      )}
      <ButtonLink wide to={place('/sign-up')}>
        {t('verify.again')}
      </ButtonLink>
    </DoorPage>
  );
}

function ChoosePassword({
  token,
  address,
  firstName,
  passwordMinimum,
}: {
  token: string;
  address: string;
  firstName: string;
  passwordMinimum: number;
}) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const form = useForm('completeSignUp', {
    initial: { password: '' },
    check: ({ password }) => ({
      password:
        [...password].length < passwordMinimum
          ? t('refusal.password-short', { minimum: passwordMinimum })
          : undefined,
    }),
    send: ({ password }) => ({ body: { token, password } }),
    onDone: ({ csrf, returnTo }) => {
      void sessionChanged('user', csrf).then(() => navigate(splitAddress(returnTo)));
    },
  });
  return (
    <DoorPage
      title={t('verify.welcome', { name: firstName })}
      subtitle={t('verify.choose', { address })}
    >
      <Form of={form} submit={t('verify.submit')} wide>
        <PasswordField
          {...form.field('password')}
          label={t('field.new-password')}
          hint={t('field.password-hint', { minimum: passwordMinimum })}
          autoComplete="new-password"
          autoFocus
        />
      </Form>
    </DoorPage>
  );
}
