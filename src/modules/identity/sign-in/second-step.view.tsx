import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { DoorPage } from '#web/shell/door.tsx';

type Attempt = NonNullable<AnswerOf<'readAttempt'>['attempt']>;
type Method = Attempt['methods'][number];

export type Choice = {
  readonly methods: Attempt['methods'];
  readonly method: Method;
  readonly onChoose: (method: Method) => void;
};

/** One drawing for every method: what to do, where it is done, the other ways, a last word. */
export function SecondStepDrawing({
  choice,
  how,
  children,
  last,
}: {
  choice: Choice;
  /** In place of what is said of the method. */
  how?: string | undefined;
  children: ReactNode;
  last?: ReactNode;
}) {
  const { t } = useTranslation('identity');
  const { method } = choice;
  return (
    <DoorPage
      title={t(`second-step.title.${method}`)}
      subtitle={how ?? t(`second-step.how.${method}`)}
    >
      {children}
      <OtherWays {...choice} />
      {last && <p className="door-last">{last}</p>}
    </DoorPage>
  );
}

/** Told on demand, so that one way stands out (R62). */
function OtherWays({ methods, method, onChoose }: Choice) {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button wide onClick={() => setOpen(true)}>
        {t('second-step.another')}
      </Button>
    );
  }
  return (
    <Stack tight>
      <p className="strong">{t('second-step.others')}</p>
      {methods
        .filter((other) => other !== method)
        .map((other) => (
          <Button key={other} wide onClick={() => onChoose(other)}>
            {t(`second-step.use.${other}`)}
          </Button>
        ))}
      <Because reason={t('second-step.documents-later')} wide>
        <Button wide>{t('second-step.documents')}</Button>
      </Because>
    </Stack>
  );
}
