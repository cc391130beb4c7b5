import { Fragment, type ReactNode } from 'react';

/**
 * The Markdown that our guides use: headings, paragraphs, lists, strong, code. Nothing else runs.
 */
export function Markdown({ text }: { text: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block, index) => <Block key={index} text={block} />);
}

function Block({ text }: { text: string }) {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) {
    return heading[1] === '#' ? <h2>{inline(heading[2])}</h2> : <h3>{inline(heading[2])}</h3>;
  }
  if (text.startsWith('- ')) return <ul>{items(text, /^- /)}</ul>;
  if (/^\d+\. /.test(text)) return <ol>{items(text, /^\d+\. /)}</ol>;
  return <p>{inline(text.replaceAll('\n', ' '))}</p>;
}

/** A line that does not begin an item goes on with the one before. */
function items(text: string, mark: RegExp): ReactNode {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (mark.test(line)) found.push(line.replace(mark, ''));
    else found.push(`${found.pop() ?? ''} ${line.trim()}`);
  }
  return found.map((item, index) => <li key={index}>{inline(item)}</li>);
}

function inline(text = ''): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => {
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    return <Fragment key={index}>{part}</Fragment>;
  });
}
