import { useTranslation } from 'react-i18next';
import type { UserId } from '#kernel/ids.ts';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';

type Person = { readonly userId: UserId; readonly name: string };
type Props = { readonly person: Person | undefined; readonly onClose: () => void };

/** Signs a person out on every device, with a reason (SE-10). */
export function EndSessionsDialog({ person, onClose }: Props) {
  const { t } = useTranslation('identity');
  return (
    <Dialog
      isOpen={person !== undefined}
      onClose={onClose}
      title={t('staff.end-sessions-of', { name: person?.name ?? '' })}
    >
      {person && <Reason person={person} onClose={onClose} />}
    </Dialog>
  );
}

function Reason({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm('endUserSessions', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ params: { userId: person.userId }, body }),
    said: t('staff.ended'),
    onDone: onClose,
  });
  return (
    <Form of={form} submit={t('staff.end-sessions')} onCancel={onClose}>
      <TextArea
        {...form.field('reason')}
        label={t('staff.reason')}
        hint={t('staff.reason-hint')}
        maxLength={500}
      />
    </Form>
  );
}
