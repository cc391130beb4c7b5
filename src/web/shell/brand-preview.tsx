import { Preview } from '#ui/page/preview.tsx';
import { WideLogo } from '#ui/text/logo.tsx';
import { OrganizationFace, type Look } from './organization-mark.tsx';
import './shell.css';

/** The top-left part of the portal, as it will look. */
export function PortalPreview({
  look,
  role,
  caption,
}: {
  look: Look;
  role: string;
  caption: string;
}) {
  return (
    <Preview caption={caption}>
      <span className="switcher">
        <OrganizationFace look={look} role={role} />
      </span>
    </Preview>
  );
}

/** The head of a service beside the portal: without a rectangular logo, none is displayed (R107). */
export function AppPreview({
  look: { name, wide },
  app,
  caption,
}: {
  look: Look;
  app: string;
  caption: string;
}) {
  return (
    <Preview caption={caption}>
      <span className="preview-app">
        {wide !== undefined && <WideLogo src={wide} name={name} />}
        <span>{app}</span>
      </span>
    </Preview>
  );
}
