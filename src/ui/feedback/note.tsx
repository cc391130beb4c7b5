import type { ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import './feedback.css';

type Tone = 'info' | 'ok' | 'warn' | 'bad';

const pictures = { info: 'info', ok: 'done', warn: 'warning', bad: 'warning' } as const;

/** Something to know before going on. A `bad` one is announced when it appears. */
export function Note({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`note note-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={pictures[tone]} size={18} />
      <div className="note-body">
        {title && <p className="strong">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
