import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { answerWithPasskey } from '#web/api/passkeys.ts';
import { refusalText } from '#web/api/refusal-text.ts';

type Options = { readonly [name: string]: unknown };

/** Asks the browser for a passkey and hands over what it signed. */
export function PasskeyButton({
  label,
  failure,
  isBusy,
  ask,
  onAnswer,
}: {
  label: string;
  /** Why the answer was turned down. */
  failure: string | undefined;
  isBusy: boolean;
  ask: () => Promise<Options | null>;
  onAnswer: (answer: Awaited<ReturnType<typeof answerWithPasskey>> & object) => Promise<unknown>;
}) {
  const { t } = useTranslation('identity');
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function press(): Promise<void> {
    setAsks(true);
    setProblem(undefined);
    try {
      const answer = await answerWithPasskey((await ask()) ?? {});
      if (answer) await onAnswer(answer);
      else setProblem(t('passkey.turned-away'));
    } catch (error) {
      setProblem(refusalText(error));
    } finally {
      setAsks(false);
    }
  }

  const shown = problem ?? failure;
  return (
    <Stack tight>
      {shown && <Note tone="bad">{shown}</Note>}
      <Button tone="primary" wide icon="key" isBusy={asks || isBusy} onClick={() => void press()}>
        {label}
      </Button>
    </Stack>
  );
}
