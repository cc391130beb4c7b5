import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { usePlaces } from '#web/routing/place.ts';
import type { Member } from '../member-actions.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  /** Its name. */
  readonly organization: string;
  readonly member: Member | undefined;
  readonly onClose: () => void;
};

/** Says what a member loses and what stays, before it is done (N1). */
export function RemoveMemberDialog({ organizationId, organization, member, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const name = member?.name ?? '';
  const remove = useAct('dismissMember', {
    said: t('members.removed', { name }),
    showsFailure: true,
    onDone: onClose,
  });
  if (!member) return null;
  const { userId, role } = member;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('members.remove-sure', { name, organization })}
      lost={[
        t('members.lost-role', { role: t(`role.${role}`) }),
        t('members.lost-teams'),
        t('members.lost-suite'),
      ]}
      kept={[t('members.kept-account'), t('members.kept-log'), t('members.kept-told')]}
      confirm={t('members.remove')}
      danger
      isBusy={remove.isBusy}
      failure={remove.failure}
      onConfirm={() => void remove.act({ params: { organizationId, userId } })}
    >
      <p>
        <Link to={at('/organization/members/$userId', { userId })}>{t('members.see-first')}</Link>
      </p>
    </ConfirmDialog>
  );
}
