import { useFormat } from './use-format.ts';

/** A calendar day, or the day of an instant: `4 Nov 2026`. */
export function Day({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time className="figures" dateTime={at}>
      {format.day(at)}
    </time>
  );
}

/** An instant, to the minute where the reader is: `4 Nov 2026, 09:02`. */
export function DateTime({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time className="figures" dateTime={at}>
      {format.instant(at)}
    </time>
  );
}
