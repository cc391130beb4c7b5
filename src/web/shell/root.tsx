import { Outlet } from '@tanstack/react-router';
import { Toasts } from '#ui/feedback/toasts.tsx';
import { Guides } from '#web/help/guides.tsx';
import { Proof } from './proof.tsx';
import { OfflineNotice } from './notices.tsx';
import { Underway } from './underway.tsx';
import './shell.css';

/** Around everything: what any page can open, and what any page may have to say. */
export function Root() {
  return (
    <Guides>
      <Underway />
      <OfflineNotice />
      <Outlet />
      <Toasts />
      <Proof />
    </Guides>
  );
}
