import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import type { May, Member } from './member-table.view.tsx';
import { ChangeRole } from './roles/change-role.view.tsx';

/** What somebody wants to do with a member, while the dialog about it is open. */
export type Asked = { readonly kind: 'role' | 'removal' | 'unlock'; readonly member: Member };

type Props = {
  readonly organizationId: OrganizationId;
  readonly may: May;
  readonly asked: Asked | undefined;
  readonly onClose: () => void;
};

export function MemberDialogs({ organizationId, may, asked, onClose }: Props) {
  const { t } = useTranslation('organizations');
  if (!asked) return null;
  const { kind, member } = asked;
  const about = { organizationId, member, onClose };
  if (kind === 'removal') return <Removal {...about} />;
  const { name } = member;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(kind === 'role' ? 'members.role-of' : 'members.unlock-of', { name })}
    >
      {kind === 'role' ? <ChangeRole {...about} may={may} /> : <Unlock {...about} />}
    </Dialog>
  );
}

type About = {
  readonly organizationId: OrganizationId;
  readonly member: Member;
  readonly onClose: () => void;
};

/** Before it is read. */
const nothing: AnswerOf<'readRemoval'> = {
  role: 'external',
  teams: [],
  products: 0,
  places: [],
};

/** What a member loses, read from what they have, before they are removed (N1). */
function Removal({ organizationId, member, onClose }: About) {
  const { t } = useTranslation('organizations');
  const { userId, name } = member;
  const params = { organizationId, userId };
  const translated = useTranslated();
  const { teams, products, places } = useOptionalData('readRemoval', { params }) ?? nothing;
  const remove = useAct('dismissMember', {
    said: t('members.removed', { name }),
    showsFailure: true,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('members.remove-sure', { name })}
      lost={[
        t('members.lost-access', { role: t(`role.${member.role}`) }),
        ...(teams.length > 0 ? [t('members.lost-teams', { teams: teams.join(', ') })] : []),
        ...(products > 0 ? [t('members.lost-products', { count: products })] : []),
        ...places.map(({ label, productName }) =>
          t('members.lost-place', { product: label || translated(productName) }),
        ),
      ]}
      kept={[t('members.kept-account'), t('members.kept-log')]}
      confirm={t('members.remove')}
      danger
      isBusy={remove.isBusy}
      failure={remove.failure}
      onConfirm={() => void remove.act({ params })}
    />
  );
}

/** Lets a member in again from browsers that are not known; the reason is written down (R93). */
function Unlock({ organizationId, member, onClose }: About) {
  const { t } = useTranslation('organizations');
  const { userId, name } = member;
  const form = useForm('unlockMember', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ params: { organizationId, userId }, body }),
    said: t('members.unlocked', { name }),
    onDone: onClose,
  });
  return (
    <>
      <p>{t('members.unlock-text')}</p>
      <Form of={form} submit={t('members.unlock')} onCancel={onClose}>
        <TextField
          {...form.field('reason')}
          label={t('staff.reason')}
          hint={t('members.unlock-reason-hint')}
          autoFocus
        />
      </Form>
    </>
  );
}
