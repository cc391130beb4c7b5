import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';
import { CodeField } from '../asking/code-field.view.tsx';

/** At the second step: a text on demand, then its code. */
export function AskSms({ onDone }: { onDone: (answer: AnswerOf<'proveFactor'>) => void }) {
  const { t } = useTranslation('identity');
  const [number, setNumber] = useState<string>();
  const ask = useAct('askFactor', {
    showsFailure: true,
    onDone: ({ options }) => setNumber(numberIn(options)),
  });
  const form = useForm('proveFactor', {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('field.needed') : undefined }),
    send: ({ code }) => ({ body: { method: 'sms', code } }),
    onDone,
  });
  const isFirst = number === undefined;
  return (
    <Stack>
      {ask.failure && <Note tone="bad">{ask.failure}</Note>}
      {isFirst ? (
        <p>{t('sms.ask-why')}</p>
      ) : (
        <>
          <p>{t('sms.sent', { number })}</p>
          <Form of={form} submit={t('second-step.submit')} wide>
            <CodeField {...form.field('code')} method="sms" autoFocus />
          </Form>
        </>
      )}
      <Button
        wide
        tone={isFirst ? 'primary' : 'quiet'}
        isBusy={ask.isBusy}
        onClick={() => void ask.act({ body: { method: 'sms' } })}
      >
        {t(isFirst ? 'sms.send' : 'sms.again')}
      </Button>
    </Stack>
  );
}

/** The end of the number, as the challenge has it. */
function numberIn(options: AnswerOf<'askFactor'>['options']): string {
  const number = options?.['number'];
  return typeof number === 'string' ? number : '';
}
