import { useTranslation } from 'react-i18next';
import { useIsWorking } from '#web/api/work.ts';

/** Said while the browser works before a try, because many come: nothing is to be done for it. */
export function Working() {
  const { t } = useTranslation();
  const isWorking = useIsWorking();
  return (
    <p role="status" className="working">
      {isWorking && t('working')}
    </p>
  );
}
