import type { MoneyOut } from '#kernel/money.ts';
import { useFormat } from './use-format.ts';

/** An amount with its currency: `<Money {...invoice.total} />`. */
export function Money({ minor, currency }: MoneyOut) {
  const format = useFormat();
  return <span className="figures">{format.money({ minor, currency })}</span>;
}
