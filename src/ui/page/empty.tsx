import type { ReactNode } from 'react';
import { HelpLink } from '#ui/help/help-link.tsx';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import './page.css';

/** Nothing here yet: one sentence, one button, one guide. */
export function Empty({
  icon = 'inbox',
  children,
  action,
  help,
}: {
  icon?: IconName;
  children: ReactNode;
  action?: ReactNode;
  help?: string;
}) {
  return (
    <div className="empty">
      <Icon name={icon} size={24} />
      <p>{children}</p>
      {action}
      {help && <HelpLink guide={help} />}
    </div>
  );
}
