import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import { useForm } from '#web/api/use-form.ts';
import { CodeField } from '../asking/code-field.view.tsx';

type Begun = AnswerOf<'beginSms'>;
type Props = {
  readonly countries: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: (emergencyCodes: readonly string[] | null) => void;
};

/** A number in two steps: what is safer and what it risks, then the code that came (MF-08). */
export function AddSmsDialog(props: Props) {
  const { t } = useTranslation('identity');
  const [begun, setBegun] = useState<Begun>();
  return (
    <Dialog isOpen onClose={props.onClose} title={t('sms.add')}>
      {begun ? (
        <Confirm {...props} begun={begun} onBack={() => setBegun(undefined)} />
      ) : (
        <Number {...props} onBegun={setBegun} />
      )}
    </Dialog>
  );
}

function Number({ countries, onClose, onBegun }: Props & { onBegun: (begun: Begun) => void }) {
  const { t } = useTranslation('identity');
  const named = useFormat().countries(countries);
  const form = useForm('beginSms', {
    initial: { number: '' },
    check: ({ number }) => ({ number: number.trim() === '' ? t('field.needed') : undefined }),
    send: (body) => ({ body }),
    onDone: onBegun,
  });
  return (
    <Stack>
      <Note tone="info" title={t('sms.stronger-title')}>
        <p>{t('sms.stronger')}</p>
        <Buttons>
          <Button onClick={onClose}>{t('sms.use-stronger')}</Button>
        </Buttons>
      </Note>
      <Note tone="warn">{t('sms.risk')}</Note>
      <Form of={form} submit={t('sms.send')} onCancel={onClose}>
        <TextField
          {...form.field('number')}
          label={t('sms.number')}
          hint={`${t('sms.number-hint')} ${t('sms.countries', { countries: named })}`}
          kind="tel"
          autoComplete="tel"
          maxLength={40}
        />
      </Form>
    </Stack>
  );
}

function Confirm({
  begun: { factorId, number },
  onBack,
  onClose,
  onAdded,
}: Props & { begun: Begun; onBack: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm('confirmSms', {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('field.needed') : undefined }),
    send: ({ code }) => ({ body: { factorId, code } }),
    said: t('sms.added'),
    onDone: ({ csrf, emergencyCodes }) => {
      keepCsrf('user', csrf);
      onAdded(emergencyCodes);
    },
  });
  return (
    <Stack>
      <p>{t('sms.sent', { number })}</p>
      <Form of={form} submit={t('sms.confirm')} onCancel={onClose}>
        <CodeField {...form.field('code')} method="sms" autoFocus />
      </Form>
      <Button tone="quiet" onClick={onBack}>
        {t('sms.other-number')}
      </Button>
    </Stack>
  );
}
