import { useId, type ReactNode } from 'react';
import './page.css';

/** A surface with a title. Give tables and waiting lists `bare`: they bring their own spacing. */
export function Card({
  title,
  more,
  bare = false,
  children,
}: {
  title?: string;
  /** At the end of the title: a link, a count, an amount. */
  more?: ReactNode;
  bare?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={bare ? 'card card-bare' : 'card'} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          {more && <div className="card-more">{more}</div>}
        </div>
      )}
      {bare ? children : <div className="card-body">{children}</div>}
    </section>
  );
}

/** A part of a card or of a form, with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
