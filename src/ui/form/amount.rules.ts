import { fromDecimal, toMoneyOut, type Currency, type MoneyOut } from '#kernel/money.ts';

/** Reads what people type: `1'234.50`, `1 234,50`. */
export function amountOf(text: string, currency: Currency): MoneyOut | undefined {
  const plain = text.replaceAll(/[\s'’]/g, '').replace(/,(\d{1,3})$/, '.$1');
  const amount = fromDecimal(plain, currency);
  return amount && toMoneyOut(amount);
}
