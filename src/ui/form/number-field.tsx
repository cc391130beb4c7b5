import { NumberInput } from '@mantine/core';
import type { FieldState } from './form-state.ts';
import type { FieldWords } from './fields.tsx';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/NumberInput.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import './form.css';

/** A whole number: quantities. Amounts of money are `AmountField`. */
export function NumberField({
  label,
  hint,
  name,
  value,
  error,
  min = 0,
  max,
  onChange,
}: FieldState<number> & FieldWords & { min?: number; max?: number }) {
  return (
    <div className="field-short">
      <NumberInput
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
        min={min}
        {...(max === undefined ? {} : { max })}
        allowDecimal={false}
        allowNegative={min < 0}
        clampBehavior="blur"
        onChange={(given) => {
          const number = typeof given === 'number' ? given : Number.parseInt(given, 10);
          if (Number.isSafeInteger(number)) onChange(number);
        }}
      />
    </div>
  );
}
