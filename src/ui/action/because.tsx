import { useId, type ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { Blocked } from './blocked.ts';

/** Why something cannot be done, and the page where that is settled. */
export type Hindrance = {
  readonly reason: string;
  readonly wayOut?: { readonly label: string; readonly to: string } | undefined;
};

/**
 * No dead ends: a button that cannot be used stays, disabled, with the reason and the way out.
 * Without
 * a reason the button works.
 */
export function Because({
  reason,
  wayOut,
  wide = false,
  children,
}: Omit<Hindrance, 'reason'> & {
  reason: string | undefined;
  wide?: boolean;
  children: ReactNode;
}) {
  const all = reason === undefined ? [] : [{ reason, wayOut }];
  return (
    <BecauseAll of={all} wide={wide}>
      {children}
    </BecauseAll>
  );
}

/** The same where several things can be in the way, each settled at its own place. */
export function BecauseAll({
  of,
  wide = false,
  children,
}: {
  of: readonly Hindrance[];
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  if (of.length === 0) return children;
  return (
    <div className={wide ? 'because because-wide' : 'because'}>
      <Blocked value={of.map((_, index) => `${id}-${index}`).join(' ')}>{children}</Blocked>
      {of.map(({ reason, wayOut }, index) => (
        <p key={reason} className="because-reason">
          <Icon name="lock" size={14} />
          <span>
            <span id={`${id}-${index}`}>{reason}</span>{' '}
            {wayOut && <Link to={wayOut.to}>{wayOut.label}</Link>}
          </span>
        </p>
      ))}
    </div>
  );
}
