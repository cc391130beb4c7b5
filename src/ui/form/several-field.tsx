import { useId, type ReactNode } from 'react';
import type { FieldState } from './form-state.ts';
import './form.css';

type Several<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly note?: ReactNode;
};

/** Any number of a few choices, in the order in which they stand. */
export function SeveralField<Value extends string>({
  label,
  hint,
  name,
  value,
  error,
  of,
  onChange,
}: FieldState<readonly Value[]> & {
  label: string;
  hint?: ReactNode;
  of: readonly Several<Value>[];
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const without = (one: Value) => value.filter((chosen) => chosen !== one);
  return (
    <fieldset
      className="choices"
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {of.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            name={name}
            checked={value.includes(choice.value)}
            onChange={(event) => {
              const others = without(choice.value);
              onChange(event.currentTarget.checked ? [...others, choice.value] : others);
            }}
          />
          <span>{choice.label}</span>
          {choice.note && <span className="choice-note">{choice.note}</span>}
        </label>
      ))}
      {hint && (
        <p id={`${id}-hint`} className="input-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="input-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
