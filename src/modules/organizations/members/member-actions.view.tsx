import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MenuAction } from '#ui/action/menu.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { usePlaces } from '#web/routing/place.ts';

export type Member = AnswerOf<'listMembers'>['rows'][number];

/** What the reader may do with members at all. */
export type Reader = { readonly manages: boolean; readonly names: boolean };

type Asked = {
  readonly organizationId: OrganizationId;
  readonly reader: Reader;
  readonly onChange: (member: Member) => void;
  readonly onRemove: (member: Member) => void;
};

/** What can be done with a member, each with the reason where it cannot. */
export function useMemberActions({ organizationId, reader, onChange, onRemove }: Asked) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const reasonOf = useReasons(reader);
  const { remind } = useReminder(organizationId);
  const billing = useAct('changeMember');
  const setBilling = async ({ userId, name, billingRight }: Member): Promise<void> => {
    const params = { organizationId, userId };
    const isDone = await billing.act({ params, body: { billingRight: !billingRight } });
    if (isDone) say.done(t(`members.billing-${billingRight ? 'taken' : 'given'}`, { name }));
  };
  return (member: Member): MenuAction[] => {
    const { userId, billingRight } = member;
    const because = reasonOf(member);
    return [
      {
        label: t('members.see-rights'),
        icon: 'security',
        to: at('/organization/members/$userId', { userId }),
      },
      {
        label: t('members.change-role'),
        icon: 'person',
        onSelect: () => onChange(member),
        because: because.change,
      },
      {
        label: t(billingRight ? 'members.take-billing' : 'members.give-billing'),
        icon: 'invoice',
        onSelect: () => void setBilling(member),
        because: because.billing,
      },
      {
        label: t('members.remind'),
        icon: 'mail',
        onSelect: () => void remind([member]),
        because: because.remind,
      },
      {
        label: t('members.remove'),
        icon: 'cross',
        danger: true,
        onSelect: () => onRemove(member),
        because: because.remove,
      },
    ];
  };
}

type Because = Readonly<Record<'change' | 'billing' | 'remind' | 'remove', string | undefined>>;

/** Why something cannot be done with a member now; the server decides in the end. */
function useReasons({ manages, names }: Reader): (member: Member) => Because {
  const { t } = useTranslation('organizations');
  return ({ role, you, secondFactor, lastRepresentative }) => {
    const isGuarded = role === 'legal_representative' && !names;
    const always = manages ? undefined : t('members.not-yours');
    const guarded = isGuarded ? t('members.representatives-only') : undefined;
    const last = lastRepresentative ? t('members.last-representative') : undefined;
    const byRole = role === 'external' ? t('members.billing-never') : t('members.billing-by-role');
    return {
      change: always ?? guarded ?? last,
      billing: always ?? (role === 'collaborator' ? undefined : byRole),
      remind: always ?? (secondFactor ? t('members.has-factor') : undefined),
      remove: always ?? (you ? t('members.yourself') : (guarded ?? last)),
    };
  };
}

/** Mails to members without a second factor; says how many left. */
export function useReminder(organizationId: OrganizationId) {
  const { t } = useTranslation('organizations');
  const { act, isBusy } = useAct('remindMembers', {
    onDone: ({ reminded: { length: count } }) =>
      count === 0
        ? say.failed(t('members.none-reminded'))
        : say.done(t('members.reminded', { count })),
  });
  const remind = (members: readonly Member[]): Promise<boolean> =>
    act({
      params: { organizationId },
      body: { userIds: members.slice(0, mostAtOnce).map(({ userId }) => userId) },
    });
  return { remind, isBusy };
}

/** The API takes no more in one act. */
const mostAtOnce = 100;
