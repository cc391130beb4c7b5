import { useNavigate } from '@tanstack/react-router';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useAct } from '#web/api/acts.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { sessionChanged, useSession } from '#web/api/session.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { InvitationCard, type Opened } from './invitation-card.view.tsx';
import { SignUpByInvitation } from './sign-up-by-invitation.view.tsx';

/** Behind the link of an invitation: what it says, and how this reader can answer it (D3). */
export function InvitationPage() {
  const { t } = useTranslation('organizations');
  const [token] = useState(takeToken);
  const opened = useOptionalData('openInvitation', { body: { token } }, { enabled: token !== '' });
  const [isPatient, setPatient] = useState(true);
  const [declined, setDeclined] = useState<Opened>();
  const [, askAgain] = useReducer((times: number) => times + 1, 0);
  if (declined) {
    return (
      <DoorPage
        title={t('invitation.declined')}
        subtitle={t('invitation.declined-text', { name: declined.invitedBy })}
      />
    );
  }
  if (opened) {
    const then = { onDeclined: setDeclined, onSignedOut: askAgain };
    return <Answer opened={opened} token={token} {...then} />;
  }
  return (
    <DoorPage title={t('invitation.dead-title')}>
      {isPatient && token !== '' ? (
        <Button wide isBusy onClick={() => setPatient(false)}>
          {t('invitation.opening')}
        </Button>
      ) : (
        <Failure title={t('invitation.dead-title')}>{t('refusal.invitation-gone')}</Failure>
      )}
      <ButtonLink wide to={place('/')}>
        {t('invitation.home')}
      </ButtonLink>
    </DoorPage>
  );
}

type Answering = {
  readonly opened: Opened;
  readonly token: string;
  readonly onDeclined: (opened: Opened) => void;
  /** Nobody is signed in any more: the invitation is asked again. */
  readonly onSignedOut: () => void;
};

function Answer({ opened, token, onDeclined, onSignedOut }: Answering) {
  const { t } = useTranslation('organizations');
  const decline = useAct('declineByToken', { onDone: () => onDeclined(opened) });
  const { organization, invitedBy, reader } = opened;
  return (
    <DoorPage
      title={t('invitation.title', { organization })}
      subtitle={t('invitation.from', { name: invitedBy })}
    >
      <InvitationCard opened={opened} />
      <WayIn opened={opened} token={token} onSignedOut={onSignedOut} />
      {reader !== 'other' && (
        <Button
          wide
          tone="quiet"
          isBusy={decline.isBusy}
          onClick={() => void decline.act({ body: { token } })}
        >
          {t('invitation.decline')}
        </Button>
      )}
    </DoorPage>
  );
}

/** Only the invited address comes in: by its session, by signing in, or by a new account. */
function WayIn({ opened, token, onSignedOut }: Omit<Answering, 'onDeclined'>) {
  const { t } = useTranslation('organizations');
  const { address, hasAccount, reader } = opened;
  if (reader === 'invited') return <Accept opened={opened} />;
  if (reader === 'other') return <SomebodyElse opened={opened} onSignedOut={onSignedOut} />;
  if (!hasAccount) return <SignUpByInvitation opened={opened} token={token} />;
  return (
    <>
      <Note>{t('invitation.sign-in', { address })}</Note>
      <ButtonLink tone="primary" wide to={place('/sign-in', undefined, { next: '/invitation' })}>
        {t('invitation.sign-in-button')}
      </ButtonLink>
    </>
  );
}

function Accept({ opened: { invitationId, organization } }: { opened: Opened }) {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const accept = useAct('acceptInvitation', {
    said: t('invitation.accepted', { organization }),
    showsFailure: true,
    onDone: (joined) => void navigate({ to: place('/o/$organizationId', joined) }),
  });
  return (
    <>
      {accept.failure && <Note tone="bad">{accept.failure}</Note>}
      <Button
        tone="primary"
        wide
        isBusy={accept.isBusy}
        onClick={() => void accept.act({ params: { invitationId } })}
      >
        {t('invitation.accept')}
      </Button>
    </>
  );
}

/** Signed in as another address: nothing is transferred, the reader chooses (AT-25). */
function SomebodyElse({ opened, onSignedOut }: Omit<Answering, 'onDeclined' | 'token'>) {
  const { t } = useTranslation('organizations');
  const { user } = useSession();
  const invited = opened.address;
  const leave = useAct('signOut', {
    onDone: () => void sessionChanged('user').then(onSignedOut),
  });
  return (
    <>
      <Note tone="warn" title={t('invitation.other', { address: user?.address ?? '' })}>
        {t('invitation.other-text', { invited })}
      </Note>
      <Button tone="primary" wide isBusy={leave.isBusy} onClick={() => void leave.act({})}>
        {t('invitation.sign-out')}
      </Button>
      <ButtonLink wide to={place('/')}>
        {t('invitation.stay')}
      </ButtonLink>
    </>
  );
}
