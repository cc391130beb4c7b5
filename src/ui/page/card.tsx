import { createContext, use, useId, type ReactNode } from 'react';
import './page.css';

/** Headings step down one by one: parts of a card that has no title stand at its level. */
const Heading = createContext<'h2' | 'h3'>('h2');

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
      <Heading value={title ? 'h3' : 'h2'}>
        {bare ? children : <div className="card-body">{children}</div>}
      </Heading>
    </section>
  );
}

/** A part of a card or of a form, with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  const Title = use(Heading);
  return (
    <section className="section" aria-labelledby={id}>
      <Title id={id}>{title}</Title>
      {children}
    </section>
  );
}
