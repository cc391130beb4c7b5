import './page.css';

/**
 * A small row of bars, the last one being the present; each bar says its value to those who listen.
 */
export function Bars({
  of,
}: {
  of: readonly { readonly label: string; readonly text: string; readonly size: number }[];
}) {
  const largest = Math.max(...of.map((bar) => bar.size), 1);
  return (
    <div>
      <ol className="bars">
        {of.map((bar, index) => (
          <li
            key={bar.label}
            title={`${bar.label}: ${bar.text}`}
            data-present={index === of.length - 1 ? '' : undefined}
            style={{ height: `${Math.round((bar.size / largest) * 100)}%` }}
          >
            <span className="unseen">
              {bar.label}: {bar.text}
            </span>
          </li>
        ))}
      </ol>
      <div className="bars-ends small faint" aria-hidden="true">
        <span>{of.at(0)?.label}</span>
        <span>{of.at(-1)?.label}</span>
      </div>
    </div>
  );
}
