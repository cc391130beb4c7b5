import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { keepCsrf } from '#web/api/csrf.ts';
import { useForm } from '#web/api/use-form.ts';

/** Asks for the password again, when something sensitive wants a fresh proof. */
export function ProofDialog({
  isOpen,
  onClose,
}: {
  isOpen: boolean;
  onClose: (proven: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={() => onClose(false)} title={t('proof.title')}>
      <p className="muted">{t('proof.why')}</p>
      <ProofForm onProven={() => onClose(true)} onCancel={() => onClose(false)} />
    </Dialog>
  );
}

function ProofForm({ onProven, onCancel }: { onProven: () => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const form = useForm('stepUp', {
    initial: { password: '' },
    send: (body) => ({ body }),
    onDone: ({ csrf }) => {
      keepCsrf('user', csrf);
      onProven();
    },
  });
  return (
    <Form of={form} submit={t('proof.confirm')} onCancel={onCancel}>
      <PasswordField
        {...form.field('password')}
        label={t('proof.password')}
        autoComplete="current-password"
        autoFocus
      />
    </Form>
  );
}
