import type { ReactNode } from 'react';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import './page.css';

/** What waits for the reader, most pressing first. */
export function WaitingList({ children }: { children: ReactNode }) {
  return <ul className="waiting-list">{children}</ul>;
}

/** One thing that waits, with the one button that resolves it. */
export function Waiting({
  icon,
  tone = 'info',
  title,
  children,
  action,
}: {
  icon: IconName;
  tone?: 'bad' | 'warn' | 'info' | 'ok';
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <li className="waiting">
      <span className={`spot spot-${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p className="waiting-title">{title}</p>
        {children && <p>{children}</p>}
      </div>
      {action && <div>{action}</div>}
    </li>
  );
}
