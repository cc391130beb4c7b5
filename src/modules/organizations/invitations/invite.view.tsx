import { useTranslation } from 'react-i18next';
import type { MemberRole } from '#kernel/permission.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { Dialog } from '#ui/action/dialog.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { RoleField } from '../members/roles/change-role.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  /** The reader invites legal representatives too (D4). */
  readonly mayName: boolean;
  readonly onClose: () => void;
};

/** Invites an address; it needs no account (D3). */
export function InviteDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const { t } = useTranslation('organizations');
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title={t('invitations.invite')}>
      <Invite {...props} />
    </Dialog>
  );
}

const initial: Values = { address: '', role: 'collaborator', billingRight: false, note: '' };
type Values = {
  readonly address: string;
  readonly role: MemberRole;
  readonly billingRight: boolean;
  readonly note: string;
};

function Invite({ organizationId, mayName, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const form = useForm('inviteMember', {
    initial,
    check: ({ address, note }) => ({
      address: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address.trim())
        ? undefined
        : t('invitations.not-an-address'),
      note: /:\/\/|www\./i.test(note) ? t('invitations.no-links') : undefined,
    }),
    send: (body) => ({ params: { organizationId }, body }),
    onDone: ({ address }) => {
      say.done(t('invitations.sent', { address }));
      onClose();
    },
  });
  const { role } = form.values;
  return (
    <Form of={form} submit={t('invitations.send')} onCancel={onClose}>
      <TextField
        {...form.field('address')}
        label={t('invitations.address')}
        hint={t('invitations.address-hint')}
        kind="email"
        autoComplete="off"
        autoFocus
      />
      <RoleField value={role} onChange={(chosen) => form.set({ role: chosen })} mayName={mayName} />
      {role === 'collaborator' && (
        <CheckField {...form.field('billingRight')} label={t('members.billing-too')} />
      )}
      <TextField
        {...form.field('note')}
        label={t('invitations.note')}
        hint={t('invitations.note-hint')}
        maxLength={300}
        isOptional
      />
    </Form>
  );
}
