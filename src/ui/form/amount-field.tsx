import { useState } from 'react';
import { exponents, fromDecimal, toDecimal, toMoneyOut, fromMoneyOut } from '#kernel/money.ts';
import type { Currency, MoneyOut } from '#kernel/money.ts';
import { TextField, type FieldWords } from './fields.tsx';
import type { FieldState } from './form-state.ts';

/** An amount in a known currency, typed as a decimal with a dot or a comma; undefined until it is one. */
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

/** Reads what people type: `1'234.50`, `1 234,50`. */
export function amountOf(text: string, currency: Currency): MoneyOut | undefined {
  const plain = text.replaceAll(/[\s'’]/g, '').replace(/,(\d{1,3})$/, '.$1');
  const amount = fromDecimal(plain, currency);
  return amount && toMoneyOut(amount);
}
