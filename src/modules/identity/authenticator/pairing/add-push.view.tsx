import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import { QrPicture } from '#ui/text/qr-picture.tsx';
import { call, type AnswerOf } from '#web/api/client.ts';
import { keepCsrf } from '#web/api/csrf.ts';
import { useForm } from '#web/api/use-form.ts';

type Props = {
  readonly onClose: () => void;
  readonly onAdded: (emergencyCodes: readonly string[] | null) => void;
};

/** Pairs a phone in three steps: its name, the picture to scan, the two words to compare. */
export function AddPushDialog(props: Props) {
  const { t } = useTranslation('identity');
  const [begun, setBegun] = useState<AnswerOf<'beginPush'>>();
  return (
    <Dialog isOpen onClose={props.onClose} title={t('authenticator.add')}>
      {begun ? <Pair {...props} begun={begun} /> : <Name {...props} onBegun={setBegun} />}
    </Dialog>
  );
}

function Name({ onClose, onBegun }: Props & { onBegun: (begun: AnswerOf<'beginPush'>) => void }) {
  const { t } = useTranslation('identity');
  const label: string = t('authenticator.name');
  const form = useForm('beginPush', {
    initial: { label },
    check: (typed) => ({ label: typed.label.trim() === '' ? t('field.needed') : undefined }),
    send: (body) => ({ body }),
    onDone: onBegun,
  });
  return (
    <Form of={form} submit={t('two-factor.go')} onCancel={onClose}>
      <TextField
        {...form.field('label')}
        label={t('two-factor.name')}
        hint={t('two-factor.name-hint')}
        maxLength={60}
        autoFocus
      />
    </Form>
  );
}

function Pair({
  onClose,
  onAdded,
  begun: { factorId, address, picture },
}: Props & { begun: AnswerOf<'beginPush'> }) {
  const { t } = useTranslation('identity');
  const name = usePairedName(factorId);
  const form = useForm('confirmPush', {
    initial: {},
    send: () => ({ body: { factorId } }),
    said: t('two-factor.added'),
    onDone: ({ csrf, emergencyCodes }) => {
      keepCsrf('user', csrf);
      onAdded(emergencyCodes);
    },
  });
  if (name !== undefined) {
    return (
      <Stack>
        <p>{t('authenticator.compare')}</p>
        <p className="push-number">{name}</p>
        <Form of={form} submit={t('authenticator.finish')} onCancel={onClose}>
          {null}
        </Form>
      </Stack>
    );
  }
  return (
    <Stack>
      <p>{t('authenticator.scan')}</p>
      <QrPicture {...picture} label={t('authenticator.scan')} />
      <CopyField label={t('authenticator.address')} value={address} />
      <p className="muted">{t('authenticator.scan-over')}</p>
      <p className="muted">{t('authenticator.waits')}</p>
    </Stack>
  );
}

/** The two words, as soon as a phone brought its key. */
function usePairedName(factorId: AnswerOf<'beginPush'>['factorId']): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (name !== undefined) return undefined;
    const timer = setInterval(() => {
      void call('readPairing', { params: { factorId } })
        .then((pairing) => setName(pairing.name ?? undefined))
        // a poll that fails is asked again
        .catch(() => undefined);
    }, 2000);
    return () => clearInterval(timer);
  }, [factorId, name]);
  return name;
}
