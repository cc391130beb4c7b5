import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
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
export function RemoveMemberDialog({ member, ...props }: Props) {
  return member ? <RemoveMember key={member.userId} {...props} member={member} /> : null;
}

function RemoveMember({
  organizationId,
  organization,
  member,
  onClose,
}: Props & { member: Member }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const { userId, name } = member;
  const params = { organizationId, userId };
  const lost = useLost(useOptionalData('readRemoval', { params }));
  const remove = useAct('dismissMember', {
    said: t('members.removed', { name }),
    showsFailure: true,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('members.remove-sure', { name, organization })}
      lost={lost}
      kept={[t('members.kept-account'), t('members.kept-log'), t('members.kept-told')]}
      confirm={t('members.remove')}
      danger
      isBusy={remove.isBusy}
      failure={remove.failure}
      onConfirm={() => void remove.act({ params })}
    >
      <p>
        <Link to={at('/organization/members/$userId', { userId })}>{t('members.see-first')}</Link>
      </p>
    </ConfirmDialog>
  );
}

/** A sentence for each thing that is really there to lose. */
function useLost(removal: AnswerOf<'readRemoval'> | undefined): readonly string[] {
  const { t } = useTranslation('organizations');
  const translated = useTranslated();
  if (!removal) return [];
  const { role, teams, products: count, places } = removal;
  return [
    t('members.lost-role', { role: t(`role.${role}`) }),
    ...(teams.length > 0 ? [t('members.lost-teams', { teams: teams.join(', ') })] : []),
    ...(count > 0 ? [t('members.lost-products', { count })] : []),
    ...places.map(({ label, productName }) =>
      t('members.lost-place', { product: label || translated(productName) }),
    ),
  ];
}
