import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '#ui/feedback/failure.tsx';
import { SecondFactorStop, StaffPasskeyStop } from './second-factor-stop.tsx';
import { refusalText } from '#web/api/refusal-text.ts';
import { ApiRefusal } from '#web/api/refusal.ts';

/** In place of a page that could not be shown. */
export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const refusal = error instanceof ApiRefusal ? error : undefined;
  if (refusal?.code === 'identity.second-factor-needed') return <SecondFactorStop />;
  if (refusal?.code === 'identity.staff-passkey-needed') return <StaffPasskeyStop />;
  const title = refusal?.kind === 'not-found' ? t('not-found.title') : t('failed.title');
  const isLasting = refusal?.kind === 'not-found' || refusal?.kind === 'forbidden';
  return (
    <Failure
      isPage
      title={title}
      reference={refusal?.kind === 'bug' ? refusal.requestId : undefined}
      {...(isLasting
        ? {}
        : {
            onRetry: () => {
              queries.reset();
              reset();
              void router.invalidate();
            },
          })}
    >
      {refusal ? refusalText(refusal) : t('failed.text')}
    </Failure>
  );
}
