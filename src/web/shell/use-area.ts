import { useLocation } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';

/** The staff's side has its own accent: the tokens read it from the document. */
export function useArea(): void {
  const { pathname } = useLocation();
  const isStaff = /^\/staff(\/|$)/.test(pathname);
  useLayoutEffect(() => {
    if (isStaff) document.documentElement.dataset['area'] = 'staff';
    else delete document.documentElement.dataset['area'];
  }, [isStaff]);
}
