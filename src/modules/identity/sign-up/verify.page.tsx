import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Behind the mailed link: the address is proven, the password chosen, the account open. */
export function VerifyPage() {
  const { t } = useTranslation('identity');
  const [token] = useState(takeToken);
  const [link, setLink] = useState<AnswerOf<'openSignUpLink'>>();
  const { act, failure } = useAct('openSignUpLink', { showsFailure: true, onDone: setLink });
  useEffect(() => {
    if (token !== '') void act({ body: { token } });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the link is opened once
  }, []);
  if (link) return <ChoosePassword token={token} {...link} />;
  const isDead = token === '' || failure !== undefined;
  return (
    <DoorPage title={t('verify.title')}>
      {isDead ? (
        <Failure title={t('verify.dead')}>{failure ?? t('refusal.link-dead')}</Failure>
      ) : (
        <Button wide isBusy>
          {t('verify.opening')}
        </Button>
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
