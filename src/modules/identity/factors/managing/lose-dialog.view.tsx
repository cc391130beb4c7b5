import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Consequences } from '#ui/text/consequences.tsx';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { useForm } from '#web/api/use-form.ts';
import type { Factor } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** “I lost this device”: stops it at once, with the password alone (3.14). */
export function LoseDialog({
  side,
  factor: { factorId, label },
  isOnlyOne,
  codesLeft,
  onClose,
}: {
  side: Side;
  factor: Factor;
  /** Nothing else would prove anything then but the sheet of codes. */
  isOnlyOne: boolean;
  codesLeft: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  const form = useForm(routesOf[side].lose, {
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('field.needed') : undefined }),
    send: (body) => ({ params: { factorId }, body }),
    said: t('leaving.losing'),
    onDone: ({ csrf }) => {
      keepCsrf(side, csrf);
      onClose();
    },
  });
  const noCodes = t(side === 'staff' ? 'staff-door.lose-only' : 'leaving.lose-no-codes');
  return (
    <Dialog isOpen onClose={onClose} title={t('leaving.lose-title', { label })}>
      {isOnlyOne && codesLeft === 0 && <Note tone="warn">{noCodes}</Note>}
      <Consequences
        lost={[t('leaving.lose-lost'), t('two-factor.remove-sessions')]}
        kept={[
          t('leaving.lose-kept'),
          ...(isOnlyOne && codesLeft > 0 ? [t('leaving.lose-codes', { count: codesLeft })] : []),
          t('leaving.lose-next'),
        ]}
      />
      <Form of={form} submit={t('leaving.lose-do')} onCancel={onClose}>
        <PasswordField
          {...form.field('password')}
          label={t('two-factor.password-for-removal')}
          autoComplete="current-password"
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
