import { useId, type ReactNode } from 'react';
import type { FieldState } from './form-state.ts';
import './form.css';

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  /** At the end: a price. */
  readonly end?: ReactNode;
  /** Why it cannot be chosen now. */
  readonly because?: string | undefined;
};

/** One of a few choices that need a word of explanation: offers, addresses, ways to pay. */
export function ChoiceField<Value extends string>({
  label,
  name,
  value,
  error,
  of,
  onChange,
}: FieldState<Value> & { label: string; of: readonly Choice<Value>[] }) {
  const id = useId();
  return (
    <fieldset
      className="choices"
      role="radiogroup"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {of.map((choice) => (
        <label key={choice.value} className="choice" data-off={choice.because ? '' : undefined}>
          <input
            type="radio"
            name={`${id}-${name}`}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.because !== undefined}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
          <span className="choice-end">{choice.end}</span>
          {(choice.because ?? choice.note) && (
            <span className="choice-note">{choice.because ?? choice.note}</span>
          )}
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} role="alert" className="input-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Yes or no; with `because` it stays as it is, and says why. */
export function CheckField({
  label,
  hint,
  because,
  name,
  value,
  error,
  onChange,
}: FieldState<boolean> & { label: ReactNode; hint?: ReactNode; because?: ReactNode }) {
  const id = useId();
  const note = because ?? hint;
  const described = [note && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <label className="check" data-off={because ? '' : undefined}>
      <input
        type="checkbox"
        name={name}
        checked={value}
        disabled={because !== undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
      {note && (
        <span id={`${id}-hint`} className="input-hint">
          {note}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} role="alert" className="input-error">
          {error}
        </span>
      )}
    </label>
  );
}
