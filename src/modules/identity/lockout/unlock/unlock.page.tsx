import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { BackToDoor } from '../../sign-in/back-to-door.view.tsx';
import { RequestUnlock } from './request-unlock.view.tsx';

/** The secure form (R94): asks for a link, or lets this browser in with the one that was mailed. */
export function UnlockPage() {
  const [token, setToken] = useState(takeToken);
  return token === '' ? (
    <RequestUnlock more={<OtherWays />} />
  ) : (
    <LetIn token={token} onAskAgain={() => setToken('')} />
  );
}

function OtherWays() {
  const { t } = useTranslation('identity');
  return (
    <>
      <p>{t('unlock.administrator')}</p>
      <BackToDoor />
    </>
  );
}

function LetIn({ token, onAskAgain }: { token: string; onAskAgain: () => void }) {
  const { t } = useTranslation('identity');
  const [isDone, setDone] = useState(false);
  const unlock = useAct('completeUnlock', { showsFailure: true, onDone: () => setDone(true) });
  if (isDone) {
    return (
      <DoorPage title={t('unlock.done')}>
        <Note tone="ok">{t('unlock.done-text')}</Note>
        <ButtonLink tone="primary" wide to={place('/sign-in')}>
          {t('sign-in.title')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title={t('unlock.let-in-title')}
      subtitle={t('unlock.let-in-subtitle')}
      more={<BackToDoor />}
    >
      <Stack>
        {unlock.failure && <Note tone="bad">{unlock.failure}</Note>}
        <Button
          tone="primary"
          wide
          isBusy={unlock.isBusy}
          onClick={() => void unlock.act({ body: { token } })}
        >
          {t('unlock.let-in')}
        </Button>
        {unlock.failure && (
          <Button wide onClick={onAskAgain}>
            {t('recover.again')}
          </Button>
        )}
      </Stack>
    </DoorPage>
  );
}
