import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { sessionChanged, useSession } from '#web/api/session.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { Answer } from './waiting-invitations.view.tsx';
import { SignUpInvited } from './sign-up-invited.view.tsx';

type Opened = AnswerOf<'openInvitation'>;

/** Behind the mailed link of an invitation: what it says, and how to accept it (D3, R24). */
export function InvitationPage() {
  const { t } = useTranslation('organizations');
  const [token] = useState(takeToken);
  const [opened, setOpened] = useState<Opened>();
  const { act, failure } = useAct('openInvitation', { showsFailure: true, onDone: setOpened });
  useEffect(() => {
    void act({ body: { token } });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the link is opened once
  }, []);
  if (opened) {
    return (
      <Invited token={token} opened={opened} onChanged={() => void act({ body: { token } })} />
    );
  }
  return (
    <DoorPage title={t('invited.title')}>
      {failure ? (
        <Failure title={t('invited.dead')}>{failure}</Failure>
      ) : (
        <Button wide isBusy>
          {t('invited.opening')}
        </Button>
      )}
      <ButtonLink wide to={place('/')}>
        {t('invited.to-start')}
      </ButtonLink>
    </DoorPage>
  );
}

type Props = {
  readonly token: string;
  readonly opened: Opened;
  /** Somebody signed out: look again who reads it. */
  readonly onChanged: () => void;
};

function Invited({ token, opened, onChanged }: Props) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const [isDeclined, setDeclined] = useState(false);
  const { organization, role, invitedBy, expiresAt, note, address, reader, hasAccount } = opened;
  const { passwordMinimum } = opened;
  if (isDeclined) {
    return <DoorPage title={t('invited.declined')} subtitle={t('invited.declined-text')} />;
  }
  const said = { role: t(`role.${role}`), name: invitedBy, day: format.day(expiresAt) };
  const isNew = reader === 'nobody' && !hasAccount;
  return (
    <DoorPage
      title={t('invited.waits', { organization })}
      subtitle={t('invited.as', said)}
      more={reader === 'nobody' && <Decline token={token} onDeclined={() => setDeclined(true)} />}
    >
      {note && <Note title={t('invited.note', { name: invitedBy })}>{note}</Note>}
      {reader === 'invited' && (
        <Answer invitation={opened} wide onDeclined={() => setDeclined(true)} />
      )}
      {reader === 'other' && <SignedInAsOther address={address} onSignedOut={onChanged} />}
      {reader === 'nobody' && hasAccount && (
        <>
          <p>{t('invited.has-account', { address })}</p>
          <ButtonLink tone="primary" wide to={`${place('/sign-in')}?next=/invitation`}>
            {t('invited.sign-in')}
          </ButtonLink>
        </>
      )}
      {isNew && <SignUpInvited {...{ token, address, passwordMinimum }} />}
    </DoorPage>
  );
}

/** An invitation is never carried over to another address: whoever reads it chooses (D3). */
function SignedInAsOther({ address, onSignedOut }: { address: string; onSignedOut: () => void }) {
  const { t } = useTranslation('organizations');
  const { user } = useSession();
  const leave = useAct('signOut', {
    onDone: () => void sessionChanged('user').then(onSignedOut),
  });
  return (
    <>
      <Note tone="warn" title={t('invited.other', { address })}>
        {t('invited.other-text', { present: user?.address ?? '' })}
      </Note>
      <Button tone="primary" wide isBusy={leave.isBusy} onClick={() => void leave.act({})}>
        {t('invited.sign-out')}
      </Button>
    </>
  );
}

function Decline({ token, onDeclined }: { token: string; onDeclined: () => void }) {
  const { t } = useTranslation('organizations');
  const decline = useAct('declineByToken', { onDone: onDeclined });
  return (
    <Button
      tone="quiet"
      isBusy={decline.isBusy}
      onClick={() => void decline.act({ body: { token } })}
    >
      {t('invited.decline')}
    </Button>
  );
}
