import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import './feedback.css';

/** What happened, and what to do: in place of what could not be shown. */
export function Failure({
  title,
  children,
  onRetry,
  reference,
  isPage = false,
}: {
  title: string;
  children?: ReactNode;
  onRetry?: () => void;
  /** The request's id, for support. */
  reference?: string | undefined;
  /** It stands for the whole page, so its title is the page's. */
  isPage?: boolean;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className="failure" role="alert">
      <Icon name="warning" size={24} />
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className="muted">{children}</div>}
      {onRetry && (
        <div className="buttons">
          <Button icon="renewal" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
      {reference && <p className="small faint">{t('reference', { id: reference })}</p>}
    </div>
  );
}
