import { TextInput } from '@mantine/core';
import type { FieldState } from './form-state.ts';
import type { FieldWords } from './fields.tsx';
import './form.css';

/** A calendar day, `2026-03-31`; the browser's own picker, which every keyboard knows. */
export function DayField({
  label,
  hint,
  name,
  value,
  error,
  earliest,
  latest,
  onChange,
}: FieldState<string> & FieldWords & { earliest?: string; latest?: string }) {
  return (
    <div className="field-short">
      <TextInput
        type="date"
        label={label}
        description={hint}
        error={error}
        errorProps={{ role: 'alert' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        classNames={{
          label: 'input-label',
          description: 'input-hint',
          error: 'input-error',
          input: 'input-box',
        }}
        name={name}
        value={value}
        {...(earliest === undefined ? {} : { min: earliest })}
        max={latest ?? '9999-12-31'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
