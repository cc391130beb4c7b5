import { BackToDoor } from '../sign-in/back-to-door.view.tsx';
import { RequestLink } from './request-link.view.tsx';

/** Asks for a link to set a new password. */
export function RecoverPage() {
  return <RequestLink by="requestReset" words="recover" more={<BackToDoor />} />;
}
