import type { ReactNode } from 'react';
import './text.css';

export type BadgeTone = 'ok' | 'warn' | 'bad' | 'info' | 'idle';

/** A state, in a word; the colour only repeats it. */
export function StatusBadge({
  tone = 'idle',
  children,
}: {
  tone?: BadgeTone;
  children: ReactNode;
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
