import { useEffect, type ReactNode } from 'react';
import { HelpLink } from '#ui/help/help-link.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import './page.css';

/** A page: what it is, one line about it, what can be done, and help. Its content stands below. */
export function Page({
  title,
  subtitle,
  actions,
  help,
  back,
  narrow = false,
  children,
}: {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** The guide behind "Need help?". */
  help?: string;
  /** The page above this one. */
  back?: { readonly label: string; readonly to: string };
  /** Forms: at most 560 wide. */
  narrow?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Atrio`;
  }, [title]);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <div className="page-head">
        <div className="page-words">
          {back && (
            <Link to={back.to} className="page-back">
              <Icon name="forward" size={14} />
              {back.label}
            </Link>
          )}
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {(actions || help) && (
          <div className="page-tools">
            {help && <HelpLink guide={help} />}
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}
