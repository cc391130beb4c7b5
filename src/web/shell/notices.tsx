import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#ui/icon/icon.tsx';
import { useInstance } from '#web/api/session.ts';

/** The connection is gone: what is shown stays, what is sent would fail. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
  return (
    <div role="status">
      {!isOnline && (
        <p className="banner">
          <Icon name="offline" size={14} />
          {t('offline')}
        </p>
      )}
    </div>
  );
}

/** A demo says that it is one; so does an instance that was allowed plain HTTP. */
export function InstanceBanner() {
  const { t } = useTranslation();
  const { sandbox, insecure } = useInstance();
  if (!sandbox && !insecure) return null;
  return (
    <aside className="banner" aria-label={t('banner.label')}>
      <Icon name={insecure ? 'warning' : 'info'} size={14} />
      {t(insecure ? 'banner.insecure' : 'banner.sandbox')}
    </aside>
  );
}
