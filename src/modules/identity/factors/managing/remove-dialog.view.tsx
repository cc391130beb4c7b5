import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { useForm } from '#web/api/use-form.ts';
import { Consequences } from '#ui/text/consequences.tsx';
import type { Factor } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** Removes a method with the password (R56), and says what that means (R162, R163). */
export function RemoveDialog({
  side,
  factor: { factorId, label },
  isLast,
  onClose,
  onLastRemoved,
}: {
  side: Side;
  factor: Factor;
  isLast: boolean;
  onClose: () => void;
  onLastRemoved: () => void;
}) {
  const { t } = useTranslation('identity');
  const form = useForm(routesOf[side].remove, {
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('field.needed') : undefined }),
    send: (body) => ({ params: { factorId }, body }),
    said: t('two-factor.removed'),
    onDone: ({ csrf }) => {
      keepCsrf(side, csrf);
      if (isLast) onLastRemoved();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('two-factor.remove-title', { label })}>
      {isLast && (
        <Note tone="warn" title={t('two-factor.remove-last')}>
          {t('two-factor.removed-last-why')}
        </Note>
      )}
      <Consequences
        lost={[
          t('two-factor.remove-lost'),
          t('two-factor.remove-sessions'),
          ...(isLast ? [t('two-factor.remove-codes')] : []),
        ]}
        kept={isLast ? [] : [t('two-factor.remove-kept')]}
      />
      <Form of={form} submit={t('two-factor.remove')} onCancel={onClose}>
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
