import { initialsOf, tintOf } from './initials.rules.ts';
import './text.css';

/** Stands for a person (round) or an organization where there is no picture. */
export function Initials({
  name,
  round = false,
  small = false,
  brand = false,
}: {
  name: string;
  round?: boolean;
  small?: boolean;
  brand?: boolean;
}) {
  const shape = `initials${round ? ' initials-round' : ''}${small ? ' initials-small' : ''}`;
  return (
    <span className={shape} data-tint={brand ? 'brand' : tintOf(name)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
