import type { Language } from '#kernel/language.ts';
import { wordsIn } from './footer.rules.ts';
import { html, type Markup } from './html.rules.ts';
import type { Content } from './letter.rules.ts';
import { letterhead as headOf, type Letterhead } from './letterhead.rules.ts';

export type Rendered = { readonly subject: string; readonly text: string; readonly html: string };

export type Envelope = {
  readonly language: Language;
  readonly name: string;
  /** Proves that the message is ours; printed below it. */
  readonly code: string;
  readonly brand: string;
  readonly origin: string;
  /** It stands in its reader's list of messages, which proves it; staff and strangers have none. */
  readonly isListed: boolean;
  /** The organization that it concerns, where it shows itself. */
  readonly letterhead?: Letterhead | undefined;
};

/** A letter as it leaves: one subject line, plain text, and the same as calm HTML. */
export function render(content: Content, envelope: Envelope): Rendered {
  return {
    subject: oneLine(content.subject),
    text: textOf(content, envelope),
    html: `<!doctype html>${htmlOf(content, envelope).source}`,
  };
}

/** A header's text: a line break in a name must never begin another header. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function textOf(content: Content, envelope: Envelope): string {
  const { language, name, code, brand, origin, isListed } = envelope;
  const words = wordsIn[language];
  const facts = (content.facts ?? []).map(([label, value]) => `${label}: ${value}`);
  const action = content.action ? [`${content.action.label}:\n${content.action.url}`] : [];
  const paragraphs = [
    words.greeting(oneLine(name)),
    ...content.lines,
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    ...action,
    ...(content.closing ?? []),
    ['-- ', `${brand} · ${origin}`, words.code(code), ...(isListed ? [words.check] : [])].join(
      '\n',
    ),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const ink = '#1b1f24';
const quiet = '#5c6570';
const foot = [
  'margin-top:32px;border-top:1px solid #d9dde2;padding-top:16px',
  `color:${quiet};font-size:13px`,
].join(';');
const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function htmlOf(content: Content, envelope: Envelope): Markup {
  const { language, name, code, brand, origin, letterhead, isListed } = envelope;
  const words = wordsIn[language];
  const subject = oneLine(content.subject);
  return html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>${subject}</title>
    </head>
    <body style="margin:0;background:#ffffff;color:${ink};${font};font-size:15px;line-height:1.6">
      <div style="max-width:560px;margin:0 auto;padding:32px 24px">
        <p style="margin:0 0 32px;font-weight:600">${brand}</p>
        ${letterhead ? [headOf(letterhead)] : []}
        <h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${subject}</h1>
        ${paragraph(words.greeting(oneLine(name)))} ${content.lines.map(paragraph)}
        ${factTable(content.facts ?? [])} ${content.action ? [button(content.action)] : []}
        ${(content.closing ?? []).map(paragraph)}
        <div style="${foot}">
          <p style="margin:0">
            ${brand} · <a href="${origin}" style="color:${quiet}">${origin}</a>
          </p>
          <p style="margin:0">${words.code(code)}</p>
          ${isListed ? [html`<p style="margin:0">${words.check}</p>`] : []}
        </div>
      </div>
    </body>
  </html>`;
}

const paragraph = (line: string): Markup => html`<p style="margin:0 0 16px">${line}</p> `;

function factTable(facts: readonly (readonly [string, string])[]): readonly Markup[] {
  if (facts.length === 0) return [];
  const label = `padding:4px 16px 4px 0;color:${quiet};text-align:left;font-weight:400`;
  const rows = facts.map(
    ([name, value]) =>
      html`<tr>
        <th scope="row" style="${label}">${name}</th>
        <td>${value}</td>
      </tr> `,
  );
  return [
    html`<table style="margin:0 0 16px;border-collapse:collapse">
      ${rows}
    </table>`,
  ];
}

/** Only web addresses become links; anything else is shown as text. */
function button({ label, url }: { label: string; url: string }): Markup {
  if (!/^https?:\/\//.test(url)) return paragraph(`${label}: ${url}`);
  const look = [
    'display:inline-block;padding:10px 20px;border-radius:6px;font-weight:600',
    'background:#1f4fd8;color:#ffffff;text-decoration:none',
  ].join(';');
  return html`<p style="margin:24px 0"><a href="${url}" style="${look}">${label}</a></p> `;
}
