import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import type { AnswerOf } from '#web/api/client.ts';

export type Opened = AnswerOf<'openInvitation'>;

/** What an invitation says. */
export function InvitationCard({ opened }: { opened: Opened }) {
  const { t } = useTranslation('organizations');
  const { organization, role, billingRight, note, invitedBy, address, expiresAt } = opened;
  const as = t(`role.${role}`);
  return (
    <KeyValues
      of={[
        [t('invitation.organization'), organization],
        [t('invitation.as'), billingRight ? `${as} · ${t('members.billing')}` : as],
        [t('invitation.by'), invitedBy],
        [t('invitation.note'), note],
        [t('invitation.for'), address],
        [t('invitation.until'), <DateTime key="until" at={expiresAt} />],
      ]}
    />
  );
}
