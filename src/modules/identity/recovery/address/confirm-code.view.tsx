import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';

type Pending = NonNullable<AnswerOf<'readRecoveryAddress'>['pending']>;

/** The code that went to the new address: typed here it confirms that. */
export function ConfirmCode({ pending, onOther }: { pending: Pending; onOther: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm('confirmRecoveryAddress', {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('field.needed') : undefined }),
    send: (body) => ({ body }),
    said: t('recovery.done'),
  });
  const again = useAct('resendRecoveryCode', { said: t('recovery.resent') });
  return (
    <Stack>
      <p>{t('recovery.sent', { address: pending.address })}</p>
      <Form of={form} submit={t('recovery.confirm')}>
        <TextField
          {...form.field('code')}
          label={t('recovery.code')}
          hint={t('recovery.code-hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
        />
      </Form>
      <Buttons>
        <Button tone="quiet" isBusy={again.isBusy} onClick={() => void again.act({})}>
          {t('recovery.resend')}
        </Button>
        <Button tone="quiet" onClick={onOther}>
          {t('recovery.other-address')}
        </Button>
      </Buttons>
    </Stack>
  );
}
