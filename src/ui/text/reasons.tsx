import type { ReactNode } from 'react';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import './text.css';

export type Reason = {
  readonly tone: 'ok' | 'bad' | 'warn' | 'idle';
  readonly icon?: IconName;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
};

const pictures = { ok: 'check', bad: 'cross', warn: 'warning', idle: 'clock' } as const;

/** Why something is so, point by point: what is right, what is not, what to know. */
export function Reasons({ of }: { of: readonly Reason[] }) {
  return (
    <ul className="reasons">
      {of.map((reason, index) => (
        <li key={index} className={`reason-${reason.tone}`}>
          <Icon name={reason.icon ?? pictures[reason.tone]} />
          <span>
            <span className="strong">{reason.title}</span>{' '}
            {reason.detail && <span className="muted">{reason.detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
