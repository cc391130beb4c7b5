import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Because } from '#ui/action/because.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { call, type AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { PushAsk } from '../authenticator/push-ask.view.tsx';
import { CodeField } from '../factors/asking/code-field.view.tsx';
import { AskSms } from '../factors/sms/ask-sms.view.tsx';
import { PasskeyButton } from '../factors/asking/passkey-button.view.tsx';

type Attempt = NonNullable<AnswerOf<'readAttempt'>['attempt']>;
type Door = Attempt['door'];

/** The second step of a sign-in: one method, and the others beside it (R62). */
export function SecondFactorPage() {
  const { t } = useTranslation('identity');
  const { attempt } = useData('readAttempt', {});
  if (attempt) return <SecondStep attempt={attempt} />;
  return (
    <DoorPage title={t('second-step.title')}>
      <Note tone="info">{t('second-step.over')}</Note>
      <ButtonLink tone="primary" wide to={place('/sign-in')}>
        {t('second-step.again')}
      </ButtonLink>
    </DoorPage>
  );
}

function SecondStep({ attempt: { door, methods } }: { attempt: Attempt }) {
  const { t } = useTranslation('identity');
  const [method, setMethod] = useState(methods[0] ?? 'totp');
  return (
    <DoorPage
      title={t('second-step.title')}
      subtitle={t(`second-step.how.${method}`)}
      more={
        <Stack tight>
          <p className="strong">{t('second-step.others')}</p>
          {methods
            .filter((other) => other !== method)
            .map((other) => (
              <Button key={other} wide onClick={() => setMethod(other)}>
                {t(`second-step.use.${other}`)}
              </Button>
            ))}
          <Because reason={t('second-step.documents-later')} wide>
            <Button wide>{t('second-step.documents')}</Button>
          </Because>
        </Stack>
      }
    >
      {method === 'passkey' && <WithPasskey door={door} />}
      {method === 'sms' && <WithText door={door} />}
      {method === 'push' && <WithPhone door={door} />}
      {(method === 'totp' || method === 'emergency') && (
        <WithCode key={method} door={door} method={method} />
      )}
    </DoorPage>
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

function WithPhone({ door }: { door: Door }) {
  const onDone = useEnter(door);
  const prove = useAct('proveFactor', { showsFailure: true, onDone });
  const method = 'push';
  return (
    <PushAsk
      read="readAttemptPush"
      failure={prove.failure}
      ask={async () => (await call('askFactor', { body: { method } })).options}
      onApproved={() => prove.act({ body: { method } })}
    />
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
