import type { ReactNode } from 'react';
import './page.css';

/** The main matter and, beside it (below it on small screens), what goes with it. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="columns">
      <div className="stack">{children}</div>
      <div className="stack">{aside}</div>
    </div>
  );
}

/** One below the other. */
export function Stack({ children, tight = false }: { children: ReactNode; tight?: boolean }) {
  return <div className={tight ? 'stack stack-tight' : 'stack'}>{children}</div>;
}

/** Two of equal weight, side by side where there is room. */
export function Halves({ children }: { children: ReactNode }) {
  return <div className="halves">{children}</div>;
}

/** A name and, right of it, a small button that is about it. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className="beside">{children}</div>;
}
