import { html, type Markup } from './html.rules.ts';

/** Whom a letter concerns, shown at its top beside the provider. */
export type Letterhead = {
  readonly name: string;
  /** A logo at an address anybody may fetch; a rectangular one replaces the name. */
  readonly logo?:
    | { readonly url: string; readonly width: number; readonly height: number }
    | undefined;
  readonly replacesName: boolean;
};

/** The logo of an organization, its name or both. Mail programs that show no images show the name. */
export function letterhead({ name, logo, replacesName }: Letterhead): Markup {
  const look = 'vertical-align:middle;border:0';
  const image = logo
    ? [
        html`<img
          src="${logo.url}"
          alt="${replacesName ? name : ''}"
          width="${String(logo.width)}"
          height="${String(logo.height)}"
          style="${look}"
        />`,
      ]
    : [];
  const gap = logo ? 'margin-left:8px' : '';
  const written = replacesName
    ? []
    : [html`<span style="vertical-align:middle;${gap}">${name}</span>`];
  return html`<p style="margin:0 0 24px">${image}${written}</p> `;
}
