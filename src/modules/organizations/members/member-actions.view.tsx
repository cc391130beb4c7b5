import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MenuAction } from '#ui/action/menu.tsx';
import { useAct } from '#web/api/acts.ts';
import { usePlaces } from '#web/routing/place.ts';
import type { Asked } from './member-dialogs.view.tsx';
import type { May, Member } from './member-table.view.tsx';

type Options = {
  readonly organizationId: OrganizationId;
  readonly may: May;
  readonly ask: (asked: Asked) => void;
  readonly remind: (member: Member) => Promise<boolean>;
};

/** What can be done for one member; what cannot, with its reason (D4, N1). */
export function useMemberActions({ organizationId, may, ask, remind }: Options) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const change = useAct('changeMember', { said: t('members.saved') });
  const notYours = may.includes('members.manage') ? undefined : t('members.not-yours');
  const namesRepresentatives = may.includes('members.name-representatives');

  return (member: Member): readonly MenuAction[] => {
    const { userId, role, billingRight, secondFactor, lastRepresentative, you, locked } = member;
    const isGuarded = role === 'legal_representative' && !namesRepresentatives;
    const guarded = isGuarded ? t('members.representatives-only') : undefined;
    const last = lastRepresentative ? t('members.last-representative') : undefined;
    return [
      {
        label: t('members.see-rights'),
        icon: 'person',
        to: at('/organization/members/$userId', { userId }),
      },
      {
        label: t('members.change-role'),
        icon: 'switch',
        because: notYours ?? guarded,
        onSelect: () => ask({ kind: 'role', member }),
      },
      {
        label: t(billingRight ? 'members.take-billing' : 'members.give-billing'),
        icon: 'bill',
        because: notYours ?? (role === 'collaborator' ? undefined : t(`members.billing-${role}`)),
        onSelect: () =>
          void change.act({
            params: { organizationId, userId },
            body: { billingRight: !billingRight },
          }),
      },
      {
        label: t('members.remind'),
        icon: 'security',
        because: notYours ?? (secondFactor ? t('members.has-factor') : undefined),
        onSelect: () => void remind(member),
      },
      {
        label: t('members.unlock'),
        icon: 'lock',
        because: notYours ?? (locked ? undefined : t('members.not-locked')),
        onSelect: () => ask({ kind: 'unlock', member }),
      },
      {
        label: t('members.remove'),
        icon: 'leave',
        danger: true,
        because: notYours ?? (you ? t('members.leave-instead') : (guarded ?? last)),
        onSelect: () => ask({ kind: 'removal', member }),
      },
    ];
  };
}
