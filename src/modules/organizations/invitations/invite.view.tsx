import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import { Dialog } from '#ui/action/dialog.tsx';
import { CheckField, ChoiceField } from '#ui/form/choice-fields.tsx';
import { TextArea, TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';

type Props = {
  readonly organizationId: OrganizationId;
  /** Whether the reader may name legal representatives. */
  readonly mayName: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Whom to let in, as what, and a few words of one's own (D3). */
export function InviteDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('invite.title')}>
      <Invite {...rest} onClose={onClose} />
    </Dialog>
  );
}

const initial: { address: string; role: MemberRole; billingRight: boolean; note: string } = {
  address: '',
  role: 'collaborator',
  billingRight: false,
  note: '',
};

function Invite({ organizationId, mayName, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('organizations');
  const form = useForm('inviteMember', {
    initial,
    check: ({ address }) => ({
      address: address.trim() === '' ? t('refusal.wrong-address') : undefined,
    }),
    send: ({ note, billingRight, role, ...body }) => ({
      params: { organizationId },
      body: {
        ...body,
        role,
        billingRight: billingRight && role === 'collaborator',
        ...(note.trim() === '' ? {} : { note }),
      },
    }),
    said: t('invite.sent'),
    onDone: onClose,
  });
  const { role } = form.values;
  return (
    <Form of={form} submit={t('invite.send')} onCancel={onClose}>
      <TextField
        {...form.field('address')}
        label={t('invite.address')}
        hint={t('invite.address-hint')}
        kind="email"
        autoFocus
      />
      <ChoiceField
        {...form.field('role')}
        label={t('members.role')}
        of={memberRoles.toReversed().map((value) => ({
          value,
          label: t(`role.${value}`),
          note: t(`role-note.${value}`),
          because:
            value === 'legal_representative' && !mayName
              ? t('members.representatives-only')
              : undefined,
        }))}
      />
      {role === 'collaborator' && (
        <CheckField {...form.field('billingRight')} label={t('members.billing')} />
      )}
      <TextArea {...form.field('note')} label={t('invite.note')} hint={t('invite.note-hint')} />
    </Form>
  );
}
