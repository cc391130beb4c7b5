import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { PushAsk } from '#modules/identity/authenticator/push-ask.view.tsx';
import { CodeField } from '#modules/identity/factors/asking/code-field.view.tsx';
import { PasskeyButton } from '#modules/identity/factors/asking/passkey-button.view.tsx';
import { useAct } from '#web/api/acts.ts';
import { call, type AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { answerWithPasskey } from '#web/api/passkeys.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';

type Way = AnswerOf<'readStepUp'>['ways'][number];
type Proven = (answer: { csrf: string }) => void;

/** The same questions at both doors; each has its own session. */
const doors = {
  user: { prove: 'stepUp', read: 'readStepUp', ask: 'askStepUp' },
  staff: { prove: 'staffStepUp', read: 'readStaffStepUp', ask: 'askStaffStepUp' },
} as const;

/** Asks again who is there, as well as the account can prove it (SU-02). */
export function ProofDialog({
  side,
  isOpen,
  onClose,
}: {
  side: Side;
  isOpen: boolean;
  onClose: (proven: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={() => onClose(false)} title={t('proof.title')}>
      <p className="muted">{t('proof.why')}</p>
      <Ways side={side} onClose={onClose} />
    </Dialog>
  );
}

function Ways({ side, onClose }: { side: Side; onClose: (proven: boolean) => void }) {
  const { t } = useTranslation();
  const { ways } = useOptionalData(doors[side].read, {}) ?? { ways: [] };
  const [chosen, setChosen] = useState(0);
  const way = ways[chosen];
  const proven: Proven = ({ csrf }) => {
    keepCsrf(side, csrf);
    onClose(true);
  };
  if (!way) return null;
  const isPasskeyAlone = way.factor === 'passkey' && !way.password;
  return (
    <Stack>
      {isPasskeyAlone && <ByPasskey side={side} onProven={proven} />}
      {way.factor === 'push' && <ByPhone side={side} onProven={proven} />}
      {!isPasskeyAlone && way.factor !== 'push' && (
        <ByPassword
          key={chosen}
          side={side}
          way={way}
          onProven={proven}
          onCancel={() => onClose(false)}
        />
      )}
      {ways.map(
        ({ factor }, index) =>
          index !== chosen && (
            <Button key={factor} tone="quiet" onClick={() => setChosen(index)}>
              {t(`proof.with.${factor ?? 'password'}`)}
            </Button>
          ),
      )}
    </Stack>
  );
}

function ByPasskey({ side, onProven }: { side: Side; onProven: Proven }) {
  const { t } = useTranslation();
  const prove = useAct(doors[side].prove, { showsFailure: true, onDone: onProven });
  return (
    <PasskeyButton
      label={t('proof.with.passkey')}
      failure={prove.failure}
      isBusy={prove.isBusy}
      ask={() => askFor(side)}
      onAnswer={(response) => prove.act({ body: { factor: { method: 'passkey', response } } })}
    />
  );
}

function ByPhone({ side, onProven }: { side: Side; onProven: Proven }) {
  const prove = useAct(doors[side].prove, { showsFailure: true, onDone: onProven });
  const method = 'push';
  return (
    <PushAsk
      read="readStepUpPush"
      failure={prove.failure}
      ask={async () => (await call(doors[side].ask, { body: { method } })).options}
      onApproved={() => prove.act({ body: { factor: { method } } })}
    />
  );
}

/** The password, and beside it what the account has: a code, or the touch of a key. */
function ByPassword({
  side,
  way: { factor },
  onProven,
  onCancel,
}: {
  side: Side;
  way: Way;
  onProven: Proven;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const form = useForm(doors[side].prove, {
    initial: { password: '', code: '' },
    send: ({ password, code }) => ({
      body: { password, ...(factor === 'totp' ? { factor: { method: factor, code } } : {}) },
    }),
    onDone: onProven,
  });
  const key = useAct(doors[side].prove, { showsFailure: true, onDone: onProven });
  const { password } = form.values;
  const withTouch = {
    ...form,
    isBusy: key.isBusy,
    failure: key.failure,
    submit: async () => {
      const response = await answerWithPasskey((await askFor(side)) ?? {});
      if (response) await key.act({ body: { password, factor: { method: 'passkey', response } } });
    },
  };
  return (
    <Form
      of={factor === 'passkey' ? withTouch : form}
      submit={t('proof.confirm')}
      onCancel={onCancel}
    >
      <PasswordField
        {...form.field('password')}
        label={t('proof.password')}
        autoComplete="current-password"
        autoFocus
      />
      {factor === 'totp' && <CodeField {...form.field('code')} method="totp" />}
    </Form>
  );
}

async function askFor(side: Side) {
  const { options } = await call(doors[side].ask, { body: { method: 'passkey' } });
  return options;
}
