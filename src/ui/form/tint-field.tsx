import { useId } from 'react';
import type { FieldState } from './form-state.ts';
import './form.css';
import '#ui/text/text.css';

/** One of the colours that initials stand on. */
export function TintField({
  label,
  names,
  name,
  value,
  onChange,
}: FieldState<number> & {
  label: string;
  /** What each colour is called, in the order of the tints. */
  names: readonly string[];
}) {
  const id = useId();
  return (
    <fieldset className="tints" role="radiogroup">
      <legend>{label}</legend>
      {names.map((colour, tint) => (
        <label key={colour} className="tint" title={colour}>
          <input
            type="radio"
            name={`${id}-${name}`}
            value={tint}
            checked={tint === value}
            onChange={() => onChange(tint)}
          />
          <span className="initials" data-tint={tint} aria-hidden="true" />
          <span className="unseen">{colour}</span>
        </label>
      ))}
    </fieldset>
  );
}
