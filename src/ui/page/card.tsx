import { createContext, use, useId, type ReactNode } from 'react';
import './page.css';

/** Headings step down one by one: parts of a card that has no title stand at its level. */
const UnderTitle = createContext(false);

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
      <UnderTitle value={title !== undefined}>
        {bare ? children : <div className="card-body">{children}</div>}
      </UnderTitle>
    </section>
  );
}

/** A part of a card or of a form, with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  const isUnderTitle = use(UnderTitle);
  return (
    <section className="section" aria-labelledby={id}>
      {isUnderTitle ? <h3 id={id}>{title}</h3> : <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
