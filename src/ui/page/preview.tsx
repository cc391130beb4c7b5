import type { ReactNode } from 'react';
import './page.css';

/** How something will look, before it is so. */
export function Preview({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure className="preview">
      <div className="preview-body">{children}</div>
      <figcaption className="small faint">{caption}</figcaption>
    </figure>
  );
}
