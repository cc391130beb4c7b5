import { useTranslation } from 'react-i18next';
import type { Translated } from '#kernel/language.ts';
import type { MoneyOut } from '#kernel/money.ts';
import type { PriceStepKind } from '#kernel/price-step.ts';
import { Money } from '#ui/format/money.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import type { Format } from '#ui/format/format.ts';
import { useFormat } from '#ui/format/use-format.ts';
import './text.css';

type Step = {
  readonly kind: PriceStepKind;
  readonly amount: MoneyOut;
  readonly facts: StepFacts;
};

/** What the steps of a price speak of; each kind has some of them. */
type StepFacts = {
  readonly [Name in 'quantity' | 'unit' | 'from' | 'basisPoints']?: string | number;
};

export type PricedLine = {
  readonly text: Translated | string;
  readonly quantity: number;
  readonly steps: readonly Step[];
  readonly net: MoneyOut;
};

export type VatRow = {
  readonly basisPoints: number;
  readonly base: MoneyOut;
  readonly vat: MoneyOut;
};

/** Why it costs what it costs, line by line: list price, each discount, tax, and the total. */
export function PriceExplained({
  lines,
  net,
  vatRows,
  gross,
  note,
}: {
  lines: readonly PricedLine[];
  net: MoneyOut;
  vatRows: readonly VatRow[];
  gross: MoneyOut;
  /** Why there is no tax, where there is none. */
  note?: string;
}) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <table className="price">
      <caption className="unseen">{t('price.caption')}</caption>
      {lines.map((line, index) => (
        <LineExplained key={index} {...line} />
      ))}
      <tbody>
        <tr className="price-sum price-sum-first">
          <th scope="row">{t('price.net')}</th>
          <td>
            <Money {...net} />
          </td>
        </tr>
        {vatRows.map((row, index) => (
          <tr key={index}>
            <th scope="row">
              {t('price.vat', {
                rate: format.percent(row.basisPoints),
                base: format.money(row.base),
              })}
            </th>
            <td>
              <Money {...row.vat} />
            </td>
          </tr>
        ))}
        {note && (
          <tr>
            <th scope="row" colSpan={2}>
              {note}
            </th>
          </tr>
        )}
        <tr className="price-total">
          <th scope="row">{t('price.gross')}</th>
          <td>
            <Money {...gross} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LineExplained({ text, quantity, steps, net }: PricedLine) {
  const { t } = useTranslation('ui');
  const translated = useTranslated();
  const format = useFormat();
  const name = typeof text === 'string' ? text : translated(text);
  return (
    <tbody>
      <tr className="price-line">
        <th scope="row">
          {quantity === 1 ? name : t('price.times', { name, quantity: format.number(quantity) })}
        </th>
        <td>
          <Money {...net} />
        </td>
      </tr>
      {steps.length > 1 &&
        steps.map((step, index) => (
          <tr key={index} className="price-step">
            <th scope="row">{t(`price.step.${step.kind}`, readable(step, format))}</th>
            <td>
              <Money {...step.amount} />
            </td>
          </tr>
        ))}
    </tbody>
  );
}

/** Rates travel as basis points, the list price of one as minor units. */
function readable({ facts, amount }: Step, format: Format) {
  const { quantity = 1, unit = '0', from = 1, basisPoints = 0 } = facts;
  return {
    quantity: format.number(Number(quantity)),
    unit: format.money({ minor: String(unit), currency: amount.currency }),
    from: format.number(Number(from)),
    basisPoints: format.percent(Math.abs(Number(basisPoints))),
  };
}
