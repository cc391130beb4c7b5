import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '#ui/action/button.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { call } from '#web/api/client.ts';
import type { Side } from '#web/api/door.ts';
import { answerWithPasskey, knowsPasskeys, offerPasskeys } from '#web/api/passkeys.ts';
import { refusalText } from '#web/api/refusal-text.ts';
import { sessionChanged } from '#web/api/session.ts';

type Assertion = Awaited<ReturnType<typeof answerWithPasskey>> & object;

const ask = async () => (await call('askPasskeyAtDoor', {})).options;

/** A passkey in place of address and password: by a button, and among what the browser fills in. */
export function PasskeyDoor({
  side,
  returnTo,
  stay = false,
}: {
  side: Side;
  returnTo: string | undefined;
  stay?: boolean;
}) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function enter(response: Assertion): Promise<void> {
    const body = { response, ...(returnTo === undefined ? {} : { returnTo }) };
    const answer =
      side === 'user'
        ? await call('signInWithPasskey', { body: { ...body, staySignedIn: stay } })
        : await call('staffSignInWithPasskey', { body });
    if (stay && !answer.staysSignedIn) say.done(t('sign-in.not-kept'));
    await sessionChanged(side, answer.csrf);
    await navigate(splitAddress(answer.returnTo));
  }

  async function press(): Promise<void> {
    setFailure(undefined);
    setBusy(true);
    try {
      const response = await answerWithPasskey(await ask());
      if (response) await enter(response);
      else setFailure(t('passkey.turned-away'));
    } catch (error) {
      setFailure(refusalText(error));
    } finally {
      setBusy(false);
    }
  }

  const onFilledIn = useEffectEvent((response: Assertion) => {
    void enter(response).catch((error: unknown) => setFailure(refusalText(error)));
  });
  useEffect(() => offerPasskeys(ask, (response) => onFilledIn(response)), []);

  if (!knowsPasskeys()) return null;
  return (
    <>
      {failure && <Note tone="bad">{failure}</Note>}
      <Button wide icon="key" isBusy={isBusy} onClick={() => void press()}>
        {t('passkey.use')}
      </Button>
    </>
  );
}
