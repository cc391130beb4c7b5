import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { PushAsk } from '#modules/identity/authenticator/push-ask.view.tsx';
import { CodeField } from '#modules/identity/factors/asking/code-field.view.tsx';
import { PasskeyButton } from '#modules/identity/factors/asking/passkey-button.view.tsx';
import { useAct } from '#web/api/acts.ts';
import { call, type AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import { goToDoor, type Side } from '#web/api/door.ts';
import { answerWithPasskey } from '#web/api/passkeys.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { proofRoutes, type Critical } from '#web/api/proof.ts';
import { useForm } from '#web/api/use-form.ts';
import { Working } from './working.tsx';

type Way = AnswerOf<'readStepUp'>['ways'][number];
type Asked = { readonly side: Side; readonly critical: Critical | undefined };
type Asking = Asked & { readonly onProven: (answer: { csrf: string }) => void };

/** Asks again who is there, as well as the account can prove it (SU-02), and says for what. */
export function ProofDialog({
  isOpen,
  onClose,
  ...asked
}: Asked & { isOpen: boolean; onClose: (proven: boolean) => void }) {
  const { t } = useTranslation();
  const action = useActionName(asked.critical);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => onClose(false)}
      title={action === undefined ? t('proof.title') : t('proof.title-for', { action })}
    >
      <p className="muted">{t(asked.critical ? 'proof.why-critical' : 'proof.why')}</p>
      <Ways {...asked} onClose={onClose} />
      <Working />
    </Dialog>
  );
}

/** What it is called; a test holds the names against the routes. */
function useActionName(critical: Critical | undefined): string | undefined {
  const { t } = useTranslation();
  const name = criticalNames.find((one) => one === critical?.action);
  return name && t(`proof.action.${name}`);
}

const criticalNames = [
  'beginRecoveryAddress',
  'beginStaffAnew',
  'changeMember',
  'deleteOrganization',
  'endEverySession',
  'inviteMember',
  'nameSuccessor',
  'removeFactor',
  'removeRecoveryAddress',
  'removeStaffFactor',
  'savePolicy',
] as const;

function Ways({ onClose, ...asked }: Asked & { onClose: (proven: boolean) => void }) {
  const { t } = useTranslation();
  const { side, critical } = asked;
  const read = useOptionalData(proofRoutes[side].read, { query: critical ?? {} });
  const [chosen, setChosen] = useState(0);
  const ways = read?.ways ?? [];
  const way = ways[chosen];
  const onProven: Asking['onProven'] = ({ csrf }) => {
    keepCsrf(side, csrf);
    onClose(true);
  };
  if (!read) return null;
  if (!way) return <NoWay side={side} onClose={onClose} />;
  const isPasskeyAlone = way.factor === 'passkey' && !way.password;
  return (
    <Stack>
      {isPasskeyAlone && <ByPasskey {...asked} onProven={onProven} />}
      {way.factor === 'push' && <ByPhone {...asked} onProven={onProven} />}
      {!isPasskeyAlone && way.factor !== 'push' && (
        <ByPassword
          key={chosen}
          {...asked}
          way={way}
          onProven={onProven}
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

/** Second factors, and none of them says who is asking: the door does. */
function NoWay({ side, onClose }: { side: Side; onClose: (proven: boolean) => void }) {
  const { t } = useTranslation();
  const leave = (): void => {
    onClose(false);
    goToDoor(side);
  };
  return (
    <Stack>
      <Note tone="warn">{t('proof.no-way')}</Note>
      <Button tone="primary" onClick={leave}>
        {t('proof.sign-in')}
      </Button>
    </Stack>
  );
}

function ByPasskey({ onProven, ...asked }: Asking) {
  const { t } = useTranslation();
  const prove = useAct(proofRoutes[asked.side].prove, { showsFailure: true, onDone: onProven });
  return (
    <PasskeyButton
      label={t('proof.with.passkey')}
      failure={prove.failure}
      isBusy={prove.isBusy}
      ask={() => askFor(asked, 'passkey')}
      onAnswer={(response) =>
        prove.act({ body: { ...forWhat(asked), factor: { method: 'passkey', response } } })
      }
    />
  );
}

function ByPhone({ onProven, ...asked }: Asking) {
  const prove = useAct(proofRoutes[asked.side].prove, { showsFailure: true, onDone: onProven });
  const method = 'push';
  return (
    <PushAsk
      read="readStepUpPush"
      failure={prove.failure}
      ask={() => askFor(asked, method)}
      onApproved={() => prove.act({ body: { ...forWhat(asked), factor: { method } } })}
    />
  );
}

/** The password, and beside it what the account has: a code, or the touch of a key. */
function ByPassword({
  way: { factor },
  onProven,
  onCancel,
  ...asked
}: Asking & { way: Way; onCancel: () => void }) {
  const { t } = useTranslation();
  const { side } = asked;
  const form = useForm(proofRoutes[side].prove, {
    initial: { password: '', code: '' },
    send: ({ password, code }) => ({
      body: {
        ...forWhat(asked),
        password,
        ...(factor === 'totp' ? { factor: { method: factor, code } } : {}),
      },
    }),
    onDone: onProven,
  });
  const key = useAct(proofRoutes[side].prove, { showsFailure: true, onDone: onProven });
  const { password } = form.values;
  const withTouch = {
    ...form,
    isBusy: key.isBusy,
    failure: key.failure,
    submit: async () => {
      const response = await answerWithPasskey((await askFor(asked, 'passkey')) ?? {});
      if (!response) return;
      const proof = { password, factor: { method: 'passkey', response } } as const;
      await key.act({ body: { ...forWhat(asked), ...proof } });
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

/** The proof opens what it was asked for, and nothing else. */
const forWhat = ({ critical }: Asked) => (critical ? { critical } : {});

async function askFor(asked: Asked, method: 'passkey' | 'push') {
  const { options } = await call(proofRoutes[asked.side].ask, {
    body: { ...forWhat(asked), method },
  });
  return options;
}
