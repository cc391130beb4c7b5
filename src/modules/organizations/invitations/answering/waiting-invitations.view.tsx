import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Waiting } from '#ui/page/waiting.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { place } from '#web/routing/place.ts';

export type WaitingInvitation = AnswerOf<'listMyInvitations'>['rows'][number];

/** One organization that invites the reader, in the list of what waits. */
export function InvitationWaits({ invitation }: { invitation: WaitingInvitation }) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const { organization, role, invitedBy, expiresAt, note } = invitation;
  return (
    <Waiting
      icon="people"
      title={t('invited.waits', { organization })}
      action={<Answer invitation={invitation} />}
    >
      {t('invited.as', { role: t(`role.${role}`), name: invitedBy, day: format.day(expiresAt) })}
      {note && ` ${t('invited.quoted', { note })}`}
    </Waiting>
  );
}

/** Accept or decline, by somebody whose address is the invited one. */
export function Answer({
  invitation,
  wide = false,
  onDeclined,
}: {
  invitation: WaitingInvitation;
  wide?: boolean;
  onDeclined?: () => void;
}) {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const { invitationId, organization } = invitation;
  const params = { invitationId };
  const accept = useAct('acceptInvitation', {
    said: t('invited.accepted', { organization }),
    onDone: (joined) => void navigate({ to: place('/o/$organizationId', joined) }),
  });
  const decline = useAct('declineInvitation', {
    said: t('invited.declined'),
    ...(onDeclined ? { onDone: onDeclined } : {}),
  });
  return (
    <Buttons>
      <Button
        tone="primary"
        wide={wide}
        isBusy={accept.isBusy}
        onClick={() => void accept.act({ params })}
      >
        {t('invited.accept')}
      </Button>
      <Button wide={wide} isBusy={decline.isBusy} onClick={() => void decline.act({ params })}>
        {t('invited.decline')}
      </Button>
    </Buttons>
  );
}
