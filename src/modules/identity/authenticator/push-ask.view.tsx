import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { call } from '#web/api/client.ts';
import { refusalText } from '#web/api/refusal-text.ts';

type Options = { readonly [name: string]: unknown };
type Asked = {
  readonly code: string;
  readonly label: string;
  /** Browser and place, as the phone shows them too. */
  readonly from: string;
  readonly expiresAt: number;
};
type End = 'approved' | 'denied' | 'over';

/** How often the page asks how it stands with the phone. */
const pollMs = 2000;

type Asking = {
  readonly ask: () => Promise<Options | null>;
  readonly read: 'readAttemptPush' | 'readStepUpPush';
  readonly failure: string | undefined;
  readonly onApproved: () => Promise<unknown>;
};

/** Asks the phone once per press, never by itself, and goes on when the phone said yes. */
export function usePushAsk({ ask, read, failure, onApproved }: Asking) {
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

  async function end(state: End): Promise<void> {
    setAsked(undefined);
    if (state === 'approved') await onApproved();
    else setProblem(t(`authenticator.${state}`));
  }

  return { asked, read, isBusy, begin, end, failure: problem ?? failure };
}

type Phone = ReturnType<typeof usePushAsk>;

/** In a dialog: the button, and then the number with what to do with it. */
export function PushAsk(asking: Asking) {
  const { t } = useTranslation('identity');
  const phone = usePushAsk(asking);
  return (
    <Stack>
      {phone.asked && <p>{t('authenticator.how', { label: phone.asked.label })}</p>}
      <PushStep phone={phone} />
    </Stack>
  );
}

/** The button that asks; once asked, the number and how long it counts. */
export function PushStep({ phone }: { phone: Phone }) {
  const { t } = useTranslation('identity');
  const { asked, read, failure, isBusy } = phone;
  if (asked) return <Number asked={asked} read={read} onEnd={(state) => void phone.end(state)} />;
  return (
    <Stack tight>
      {failure && <Note tone="bad">{failure}</Note>}
      <Button tone="primary" wide icon="phone" isBusy={isBusy} onClick={() => void phone.begin()}>
        {t('authenticator.ask')}
      </Button>
    </Stack>
  );
}

function Number({
  asked: { code, from, expiresAt },
  read,
  onEnd,
}: {
  asked: Asked;
  read: Asking['read'];
  onEnd: (state: End) => void;
}) {
  const { t } = useTranslation('identity');
  useAnswerOfPhone(read, onEnd);
  const left = useSecondsUntil(expiresAt);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  const says = t(minutes > 0 ? 'authenticator.left-minutes' : 'authenticator.left', {
    minutes,
    seconds,
  });
  return (
    <div className="push-asked">
      <p className="push-number">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      <p className="push-left">{[says, from].filter((part) => part !== '').join(' · ')}</p>
    </div>
  );
}

/** Asks until the phone answered, or nobody did. */
function useAnswerOfPhone(read: Asking['read'], onEnd: (state: End) => void): void {
  const ended = useEffectEvent(onEnd);
  useEffect(() => {
    let isOver = false;
    async function poll(): Promise<void> {
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
  }, [read]);
}

function useSecondsUntil(at: number): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(at));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(at)), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

function secondsUntil(at: number): number {
  return Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function askedOf(options: Options | null): Asked | undefined {
  const { code, label, browser, place, expiresAt } = options ?? {};
  if (typeof code !== 'string' || typeof label !== 'string') return undefined;
  const from = [browser, place].filter((part) => typeof part === 'string' && part !== '?');
  const ends = typeof expiresAt === 'string' ? Date.parse(expiresAt) : 0;
  return { code, label, from: from.join(', '), expiresAt: ends };
}
