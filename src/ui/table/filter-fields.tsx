import { useId } from 'react';
import './table.css';

/** One choice of many, where chips would be too wide. The empty value means everything. */
export function FilterChoice({
  label,
  of,
  value,
  onChange,
}: {
  label: string;
  of: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <select
      className="filter-field filter-choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{label}</option>
      {of.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** A day that rows begin or end with, both included. */
export function FilterDay({
  label,
  value,
  onChange,
}: {
  label: string;
  /** `2026-03-31`, or empty. */
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="filter-day">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="filter-field"
        max="9999-12-31"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}
