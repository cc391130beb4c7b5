import type { ReactNode } from 'react';
import { initialsOf, tintOf } from './initials.rules.ts';
import './text.css';

/** Stands for a person (round) or an organization where there is no picture. */
export function Initials({
  name,
  round = false,
  small = false,
  brand = false,
  initials,
  tint,
}: {
  name: string;
  round?: boolean;
  small?: boolean;
  brand?: boolean;
  /** Chosen ones, instead of those of the name. */
  initials?: string | null;
  tint?: number | null;
}) {
  const shape = `initials${round ? ' initials-round' : ''}${small ? ' initials-small' : ''}`;
  return (
    <span className={shape} data-tint={brand ? 'brand' : (tint ?? tintOf(name))} aria-hidden="true">
      {initials ?? initialsOf(name)}
    </span>
  );
}

/** A name with its initials before it, e.g. of a team in a list. */
export function Marked({
  name,
  tint,
  round = false,
  children,
}: {
  name: string;
  tint?: number;
  round?: boolean;
  children: ReactNode;
}) {
  return (
    <span className="marked">
      <Initials name={name} round={round} small {...(tint === undefined ? {} : { tint })} />
      <span>{children}</span>
    </span>
  );
}
