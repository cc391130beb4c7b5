import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Form } from '#ui/form/form.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { call, type AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { PushStep, usePushAsk } from '../authenticator/push-ask.view.tsx';
import { CodeField } from '../factors/asking/code-field.view.tsx';
import { AskSms } from '../factors/sms/ask-sms.view.tsx';
import { PasskeyButton } from '../factors/asking/passkey-button.view.tsx';
import { SecondStepDrawing, type Choice } from './second-step.view.tsx';

type Attempt = NonNullable<AnswerOf<'readAttempt'>['attempt']>;
type Door = Attempt['door'];

/** The second step of a sign-in: one method, and the others beside it (R62). */
export function SecondFactorPage() {
  const { t } = useTranslation('identity');
  const { attempt } = useData('readAttempt', {});
  if (attempt && attempt.methods.length === 0) return <NothingToProve />;
  if (attempt) return <SecondStep attempt={attempt} />;
  return (
    <DoorPage title={t('second-step.ended')}>
      <Note tone="info">{t('second-step.over')}</Note>
      <ButtonLink tone="primary" wide to={place('/sign-in')}>
        {t('second-step.again')}
      </ButtonLink>
    </DoorPage>
  );
}

/** One of the staff, who lost the only passkey: a colleague lets them begin anew. */
function NothingToProve() {
  const { t } = useTranslation('identity');
  return (
    <DoorPage title={t('staff-door.nothing')}>
      <Note tone="warn">{t('staff-door.nothing-why')}</Note>
      <ButtonLink wide to={place('/staff/sign-in')}>
        {t('second-step.again')}
      </ButtonLink>
    </DoorPage>
  );
}

function SecondStep({ attempt: { door, methods } }: { attempt: Attempt }) {
  const [method, setMethod] = useState(methods[0] ?? 'totp');
  const choice = { methods, method, onChoose: setMethod };
  if (method === 'push') return <WithPhone door={door} choice={choice} />;
  return (
    <SecondStepDrawing key={method} choice={choice}>
      {method === 'passkey' && <WithPasskey door={door} />}
      {method === 'sms' && <WithText door={door} />}
      {(method === 'totp' || method === 'emergency') && <WithCode door={door} method={method} />}
    </SecondStepDrawing>
  );
}

function WithPasskey({ door }: { door: Door }) {
  const { t } = useTranslation('identity');
  const onDone = useEnter(door);
  const prove = useAct('proveFactor', { showsFailure: true, onDone });
  const method = 'passkey';
  return (
    <PasskeyButton
      label={t('second-step.use.passkey')}
      failure={prove.failure}
      isBusy={prove.isBusy}
      ask={async () => (await call('askFactor', { body: { method } })).options}
      onAnswer={(response) => prove.act({ body: { method, response } })}
    />
  );
}

function WithText({ door }: { door: Door }) {
  return <AskSms onDone={useEnter(door)} />;
}

function WithPhone({ door, choice }: { door: Door; choice: Choice }) {
  const { t } = useTranslation('identity');
  const onDone = useEnter(door);
  const prove = useAct('proveFactor', { showsFailure: true, onDone });
  const method = 'push';
  const phone = usePushAsk({
    read: 'readAttemptPush',
    failure: prove.failure,
    ask: async () => (await call('askFactor', { body: { method } })).options,
    onApproved: () => prove.act({ body: { method } }),
  });
  const { asked } = phone;
  return (
    <SecondStepDrawing
      choice={choice}
      how={asked && t('authenticator.how', { label: asked.label })}
      last={
        <>
          {t('authenticator.not-you')} <strong>{t('authenticator.deny')}</strong>{' '}
          {t('authenticator.not-you-then')}
        </>
      }
    >
      <PushStep phone={phone} />
    </SecondStepDrawing>
  );
}

function WithCode({ door, method }: { door: Door; method: 'totp' | 'emergency' }) {
  const { t } = useTranslation('identity');
  const form = useForm('proveFactor', {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('field.needed') : undefined }),
    send: ({ code }) => ({ body: { method, code } }),
    onDone: useEnter(door),
  });
  return (
    <Form of={form} submit={t('second-step.submit')} wide>
      <CodeField {...form.field('code')} method={method} autoFocus />
    </Form>
  );
}

/** In: everything that was read before is forgotten, and the way goes on. */
function useEnter(door: Door) {
  const navigate = useNavigate();
  return (answer: AnswerOf<'proveFactor'>): void => {
    if (answer.outcome === 'password-change-needed') {
      void navigate(splitAddress(`${place('/sign-in/new-password')}?by=${answer.by}`));
      return;
    }
    const { csrf, returnTo } = answer;
    void sessionChanged(door, csrf).then(() => navigate(splitAddress(returnTo)));
  };
}
