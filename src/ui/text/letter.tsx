import { Fragment } from 'react';
import './text.css';

/** A plain text with its paragraphs; what looks like an address becomes a link. */
export function Letter({ children }: { children: string }) {
  return (
    <div className="letter">
      {children.split(/\n{2,}/).map((part, index) => (
        <p key={index}>
          {part.split(/(https?:\/\/\S+)/).map((piece, position) => (
            <Fragment key={position}>
              {/^https?:\/\//.test(piece) ? (
                <a href={piece} rel="noreferrer">
                  {piece}
                </a>
              ) : (
                piece
              )}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
