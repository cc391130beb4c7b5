import './text.css';

/** A square picture that stands instead of initials; the name is written beside it. */
export function SquareLogo({ src, small = false }: { src: string; small?: boolean }) {
  return <img className={`logo-square${small ? ' logo-small' : ''}`} src={src} alt="" />;
}

/** A banner that replaces a name. */
export function WideLogo({ src, name }: { src: string; name: string }) {
  return <img className="logo-wide" src={src} alt={name} />;
}
