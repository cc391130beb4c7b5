import { useTranslation } from 'react-i18next';
import './feedback.css';

/** The shape of a page while it is fetched. */
export function PageSkeleton() {
  const { t } = useTranslation('ui');
  return (
    <div className="page-skeleton" role="status" aria-label={t('loading')}>
      <span className="skeleton" />
      <span className="skeleton" />
      <span className="skeleton" />
    </div>
  );
}
