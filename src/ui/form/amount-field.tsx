import { useState } from 'react';
import { exponents, fromMoneyOut, toDecimal, type Currency, type MoneyOut } from '#kernel/money.ts';
import { amountOf } from './amount.rules.ts';
import { TextField, type FieldWords } from './fields.tsx';
import type { FieldState } from './form-state.ts';

/**
 * An amount in a known currency, typed as a decimal with a dot or a comma; undefined until it is
 * one.
 */
export function AmountField({
  currency,
  value,
  onChange,
  label,
  ...field
}: FieldState<MoneyOut | undefined> & FieldWords & { currency: Currency }) {
  const [typed, setTyped] = useState(value ? toDecimal(fromMoneyOut(value)) : '');
  return (
    <TextField
      {...field}
      label={`${label} (${currency})`}
      value={typed}
      inputMode="decimal"
      maxLength={16 + exponents[currency]}
      isShort
      onChange={(text) => {
        setTyped(text);
        onChange(amountOf(text, currency));
      }}
    />
  );
}
