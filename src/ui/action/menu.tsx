import type { KeyboardEvent, ReactNode } from 'react';
import { Icon, type IconName } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { useFloating } from './floating.ts';
import { move } from './menu-behaviour.ts';
import './menu.css';

type MenuProps = {
  /** What the button says to those who do not see it. */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass: string;
  readonly children: ReactNode;
  /** Where it opens: under the button's end, or under its start. */
  readonly side?: 'end' | 'start';
  /** For buttons that show a picture only. */
  readonly title?: string;
};

/** A button and the list of choices that opens from it. */
export function Menu({ label, button, buttonClass, children, side = 'end', title }: MenuProps) {
  const floating = useFloating(side, (panel) => move(panel, 'first'));

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const way = ways[event.key];
    if (way) {
      event.preventDefault();
      move(event.currentTarget, way);
    } else if (event.key === 'Tab') {
      floating.close();
    } else if (/^\S$/.test(event.key)) {
      move(event.currentTarget, { startingWith: event.key });
    }
  }

  return (
    <>
      <button
        {...floating.target}
        className={buttonClass}
        title={title}
        aria-haspopup="menu"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          floating.open();
        }}
      >
        <span className="unseen">{label} </span>
        {button}
      </button>
      <div
        {...floating.panel}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const { target } = event;
          if (target instanceof Element && target.closest('[role^=menuitem]')) floating.close();
        }}
      >
        {floating.isOpen && children}
      </div>
    </>
  );
}

const ways: { readonly [key: string]: 'next' | 'previous' | 'first' | 'last' } = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

export type MenuAction = {
  readonly label: string;
  readonly icon?: IconName;
  /** One of: does something, leads to a page, gives a file. */
  readonly onSelect?: () => void;
  readonly to?: string;
  readonly href?: string;
  readonly danger?: boolean;
  /** Why it cannot be used now; it is shown under the words. */
  readonly because?: string | undefined;
  /** One choice of several is the present one. */
  readonly isChosen?: boolean;
};

/** One choice of a menu. */
export function MenuItem(action: MenuAction) {
  const className = `menu-item${action.danger ? ' menu-item-danger' : ''}`;
  const inside = (
    <>
      {action.icon && <Icon name={action.icon} />}
      <span>
        {action.label}
        {action.because && <small>{action.because}</small>}
      </span>
      {action.isChosen && (
        <span className="menu-mark">
          <Icon name="check" />
        </span>
      )}
    </>
  );
  const role = action.isChosen === undefined ? 'menuitem' : 'menuitemradio';
  if (action.because === undefined && action.to !== undefined) {
    return (
      <Link to={action.to} className={className} menuItem>
        {inside}
      </Link>
    );
  }
  if (action.because === undefined && action.href !== undefined) {
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        className={className}
        href={action.href}
        target="_blank"
        rel="noreferrer"
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      type="button"
      role={role}
      tabIndex={-1}
      className={className}
      aria-checked={action.isChosen}
      aria-disabled={action.because === undefined ? undefined : true}
      onClick={(event) => {
        if (action.because === undefined) action.onSelect?.();
        else event.stopPropagation();
      }}
    >
      {inside}
    </button>
  );
}

export function MenuLine() {
  return <hr className="menu-line" />;
}

/** The action menu ⋮ of a row. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  return (
    <Menu label={label} button={<Icon name="more" size={18} />} buttonClass="icon-button">
      {actions.map((action) => (
        <MenuItem key={action.label} {...action} />
      ))}
    </Menu>
  );
}
