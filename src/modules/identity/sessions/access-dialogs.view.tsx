import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { sessionChanged } from '#web/api/session.ts';
import { place } from '#web/routing/place.ts';

type Asking = { readonly isOpen: boolean; readonly onClose: () => void };

export function EndOthersDialog({ isOpen, onClose, others }: Asking & { others: number }) {
  const { t } = useTranslation('identity');
  const end = useAct('endOtherSessions', {
    said: t('access.others-ended'),
    showsFailure: true,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('access.end-others')}
      lost={[t('access.lost', { count: others })]}
      kept={[t('access.kept')]}
      confirm={t('access.end-others')}
      onConfirm={() => void end.act({})}
      isBusy={end.isBusy}
      failure={end.failure}
      danger
    />
  );
}

/** This one too: the way leads back to the door. */
export function EndAllDialog({ isOpen, onClose }: Asking) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const end = useAct('endAllSessions', {
    showsFailure: true,
    onDone: () => void navigate({ to: place('/sign-in') }).then(() => sessionChanged('user')),
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('access.end-all')}
      lost={[t('access.all-lost')]}
      kept={[t('access.all-kept')]}
      confirm={t('access.end-all')}
      onConfirm={() => void end.act({})}
      isBusy={end.isBusy}
      failure={end.failure}
      danger
    />
  );
}

/** “I do not know this device”: everything since then is undone, and the password changed next. */
export function DisownDialog({
  session,
  onClose,
}: {
  session: AnswerOf<'listSessions'>['sessions'][number] | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const disown = useAct('disownSession', {
    said: t('access.disowned'),
    showsFailure: true,
    onDone: () => void navigate({ to: place('/account/security') }),
  });
  return (
    <ConfirmDialog
      isOpen={session !== undefined}
      onClose={onClose}
      title={t('access.disown')}
      lost={[t('access.disown-lost-session'), t('access.disown-lost-password')]}
      kept={[t('access.disown-kept')]}
      confirm={t('access.disown-confirm')}
      onConfirm={() => session && void disown.act({ params: { sessionId: session.sessionId } })}
      isBusy={disown.isBusy}
      failure={disown.failure}
      danger
    />
  );
}
