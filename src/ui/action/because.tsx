import { useId, type ReactNode } from 'react';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { Blocked } from './blocked.ts';

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
}: {
  reason: string | undefined;
  wayOut?: { readonly label: string; readonly to: string };
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  if (reason === undefined) return children;
  return (
    <div className={wide ? 'because because-wide' : 'because'}>
      <Blocked value={id}>{children}</Blocked>
      <p className="because-reason">
        <Icon name="lock" size={14} />
        <span>
          <span id={id}>{reason}</span> {wayOut && <Link to={wayOut.to}>{wayOut.label}</Link>}
        </span>
      </p>
    </div>
  );
}
