import './text.css';

/** Codes to keep on paper: on the screen a list, in print a sheet of its own with its heading. */
export function PrintedCodes({ head, codes }: { head: string; codes: readonly string[] }) {
  return (
    <div className="printed-codes">
      <p className="printed-head">{head}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
