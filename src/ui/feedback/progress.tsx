import { useId } from 'react';
import { useFormat } from '#ui/format/use-format.ts';
import './feedback.css';

/** Long work shows how far it is; without a total it only shows that it goes on. */
export function Progress({ label, done, total }: { label: string; done: number; total?: number }) {
  const id = useId();
  const format = useFormat();
  const count =
    total === undefined ? format.number(done) : `${format.number(done)} / ${format.number(total)}`;
  return (
    <div className="progress">
      <p className="progress-words">
        <span id={id}>{label}</span>
        <span className="figures">{count}</span>
      </p>
      <progress
        aria-labelledby={id}
        {...(total === undefined ? {} : { value: done, max: total })}
      />
    </div>
  );
}
