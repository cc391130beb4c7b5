import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { call } from '#web/api/client.ts';
import { refusalText } from '#web/api/refusal-text.ts';

type Options = { readonly [name: string]: unknown };
type Asked = { readonly code: string; readonly label: string; readonly expiresAt: number };

/** How often the page asks how it stands with the phone. */
const pollMs = 2000;

/** Asks the phone, shows the number to type there, and goes on once the phone said yes. */
export function PushAsk({
  ask,
  read,
  failure,
  onApproved,
}: {
  ask: () => Promise<Options | null>;
  read: 'readAttemptPush' | 'readStepUpPush';
  failure: string | undefined;
  onApproved: () => Promise<unknown>;
}) {
  const { t } = useTranslation('identity');
  const [asked, setAsked] = useState<Asked>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function begin(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      setAsked(askedOf(await ask()));
    } catch (error) {
      setProblem(refusalText(error));
    } finally {
      setBusy(false);
    }
  }

  async function end(state: 'approved' | 'denied' | 'over'): Promise<void> {
    setAsked(undefined);
    if (state === 'approved') await onApproved();
    else setProblem(t(`authenticator.${state}`));
  }

  const shown = problem ?? failure;
  if (asked) return <Number asked={asked} read={read} onEnd={(state) => void end(state)} />;
  return (
    <Stack tight>
      {shown && <Note tone="bad">{shown}</Note>}
      <Button tone="primary" wide icon="phone" isBusy={isBusy} onClick={() => void begin()}>
        {t('authenticator.ask')}
      </Button>
    </Stack>
  );
}

function Number({
  asked: { code, label, expiresAt },
  read,
  onEnd,
}: {
  asked: Asked;
  read: 'readAttemptPush' | 'readStepUpPush';
  onEnd: (state: 'approved' | 'denied' | 'over') => void;
}) {
  const { t } = useTranslation('identity');
  const [seconds, setSeconds] = useState(() => secondsUntil(expiresAt));
  const ended = useEffectEvent(onEnd);
  useEffect(() => {
    let isOver = false;
    async function poll(): Promise<void> {
      setSeconds(secondsUntil(expiresAt));
      try {
        const { state } = await call(read, {});
        if (isOver || state === 'waiting') return;
        isOver = true;
        ended(state);
      } catch {
        // a poll that fails is asked again
      }
    }
    const timer = setInterval(() => void poll(), pollMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [expiresAt, read]);
  return (
    <Stack>
      <p>{t('authenticator.how', { label })}</p>
      <p className="push-number">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      <p className="muted">{t('authenticator.left', { seconds })}</p>
      <p className="muted">{t('authenticator.not-you')}</p>
    </Stack>
  );
}

function secondsUntil(at: number): number {
  return Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function askedOf(options: Options | null): Asked | undefined {
  const { code, label, expiresAt } = options ?? {};
  if (typeof code !== 'string' || typeof label !== 'string') return undefined;
  return { code, label, expiresAt: typeof expiresAt === 'string' ? Date.parse(expiresAt) : 0 };
}
