import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Waiting } from '#ui/page/waiting.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';

export type WaitingInvitationRow = AnswerOf<'listMyInvitations'>['rows'][number];

/** Invitations to the reader's own address. */
export function useWaitingInvitations(): readonly WaitingInvitationRow[] {
  return useOptionalData('listMyInvitations', {})?.rows ?? [];
}

/** One of them in a list of what waits, with both answers. */
export function WaitingInvitation({ invitation }: { invitation: WaitingInvitationRow }) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const navigate = useNavigate();
  const { invitationId, organization, invitedBy, role, expiresAt } = invitation;
  const accept = useAct('acceptInvitation', {
    said: t('invitation.accepted', { organization }),
    onDone: (joined) => void navigate({ to: place('/o/$organizationId', joined) }),
  });
  const decline = useAct('declineInvitation', { said: t('invitation.declined') });
  const params = { invitationId };
  return (
    <Waiting
      icon="people"
      title={t('invitation.waiting', { name: invitedBy, organization })}
      action={
        <Buttons>
          <Button tone="primary" isBusy={accept.isBusy} onClick={() => void accept.act({ params })}>
            {t('invitation.accept-short')}
          </Button>
          <Button isBusy={decline.isBusy} onClick={() => void decline.act({ params })}>
            {t('invitation.decline')}
          </Button>
        </Buttons>
      }
    >
      {t('invitation.waiting-text', {
        role: t(`role.${role}`),
        until: format.instant(expiresAt),
      })}
    </Waiting>
  );
}
