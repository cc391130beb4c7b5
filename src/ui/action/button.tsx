import { useContext, type ReactNode, type Ref } from 'react';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { Blocked } from './blocked.ts';
import './button.css';

type Tone = 'plain' | 'primary' | 'quiet' | 'danger';

type ButtonProps = {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly onClick?: () => void;
  /** The answer is awaited: the button stays, pressing it again does nothing. */
  readonly isBusy?: boolean;
  /** As wide as what it stands in. */
  readonly wide?: boolean;
  readonly submits?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** Does something. Verbs on it: "Pay CHF 48.60". */
export function Button({
  children,
  tone = 'plain',
  icon,
  onClick,
  isBusy = false,
  wide = false,
  submits = false,
  ref,
}: ButtonProps) {
  const reason = useContext(Blocked);
  const isOff = reason !== undefined || isBusy;
  return (
    <button
      ref={ref}
      type={submits ? 'submit' : 'button'}
      className={classOf(tone, wide)}
      aria-disabled={reason === undefined ? undefined : true}
      aria-describedby={reason}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.();
      }}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** Looks like a button and leads to a page. */
export function ButtonLink({
  to,
  children,
  tone = 'plain',
  icon,
  wide = false,
}: Pick<ButtonProps, 'children' | 'tone' | 'icon' | 'wide'> & { to: string }) {
  const reason = useContext(Blocked);
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (reason !== undefined) {
    return (
      <span role="link" className={classOf(tone, wide)} aria-disabled aria-describedby={reason}>
        {inside}
      </span>
    );
  }
  return (
    <Link to={to} className={classOf(tone, wide)}>
      {inside}
    </Link>
  );
}

/** Looks like a button and gives a file: a PDF in its own tab, or a CSV that is saved. */
export function ButtonFile({
  href,
  children,
  tone = 'plain',
  saves = false,
}: Pick<ButtonProps, 'children' | 'tone'> & { href: string; saves?: boolean }) {
  const place = saves ? { download: '' } : { target: '_blank', rel: 'noreferrer' };
  return (
    <a href={href} className={classOf(tone, false)} {...place}>
      <Icon name="download" />
      {children}
    </a>
  );
}

function classOf(tone: Tone, wide: boolean): string {
  return `button button-${tone}${wide ? ' button-wide' : ''}`;
}

/**
 * A picture that does something; its label is read and shown on hover. What stands in the way is
 * said by the `Because` around it.
 */
export function IconButton({
  icon,
  label,
  onClick,
  ...rest
}: {
  icon: IconName;
  label: string;
  onClick?: () => void;
  popoverTarget?: string;
  'aria-expanded'?: boolean;
  ref?: Ref<HTMLButtonElement>;
}) {
  const reason = useContext(Blocked);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={reason === undefined ? undefined : true}
      aria-describedby={reason}
      onClick={reason === undefined ? onClick : undefined}
      {...rest}
    >
      <Icon name={icon} size={18} />
    </button>
  );
}

/** Buttons side by side; they wrap on small screens. */
export function Buttons({ children, end = false }: { children: ReactNode; end?: boolean }) {
  return <div className={end ? 'buttons buttons-end' : 'buttons'}>{children}</div>;
}
