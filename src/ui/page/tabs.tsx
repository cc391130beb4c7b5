import { Link } from '#ui/text/link.tsx';
import './page.css';

/** Pages that belong together; each is a link. */
export function Tabs({
  label,
  of,
}: {
  label: string;
  of: readonly { readonly label: string; readonly to: string }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {of.map((tab) => (
        <Link key={tab.to} to={tab.to} present="exact">
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
