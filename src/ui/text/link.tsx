import { Link as RouterLink } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';

type LinkProps = {
  /** An address inside Atrio, with its query: made by `place(…)`. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Marks itself as the present page; `exact`: only on the very address. */
  readonly present?: 'exact' | 'below';
  /** A choice of a menu: the menu moves the focus. */
  readonly menuItem?: boolean;
};

/** A way to another page of Atrio. */
export function Link({
  to,
  children,
  className,
  label,
  onClick,
  present,
  menuItem,
  onKeyDown,
}: LinkProps) {
  return (
    <RouterLink
      {...splitAddress(to)}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onClick === undefined ? {} : { onClick })}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
      activeOptions={{ exact: present !== 'below', includeSearch: false }}
      activeProps={present ? { 'aria-current': 'page' } : {}}
      {...(menuItem ? { role: 'menuitem', tabIndex: -1 } : {})}
      preload="intent"
    >
      {children}
    </RouterLink>
  );
}

/** The router takes path, query and fragment apart. */
export function splitAddress(address: string) {
  const { pathname, searchParams, hash } = new URL(address, 'http://atrio');
  return {
    to: pathname,
    search: Object.fromEntries(searchParams) as never,
    hash: hash.slice(1),
  };
}
