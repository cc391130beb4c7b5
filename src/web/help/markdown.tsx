import { Fragment, type ReactNode } from 'react';

/**
 * The Markdown that our guides use: headings, paragraphs, lists, tables, strong, code, and words of
 * the page in italics. Nothing else runs.
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
  if (text.startsWith('| ')) return <Table text={text} />;
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

/** The first line names the columns, the second is a rule. */
function Table({ text }: { text: string }) {
  const [head = [], , ...rows] = text.split('\n').map((line) => line.slice(1, -1).split('|'));
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index}>{inline(cell.trim())}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{inline(cell.trim())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = /(\*\*[^*]+\*\*|`[^`]+`|(?<!\w)_[^_]+_(?!\w))/;

function inline(text = ''): ReactNode {
  return text.split(marks).map((part, index) => {
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>;
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    return <em key={index}>{part.slice(1, -1)}</em>;
  });
}
