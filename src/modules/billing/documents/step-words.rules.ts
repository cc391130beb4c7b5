import type { Language } from '#kernel/language.ts';
import { toDecimal } from '#kernel/money.ts';
import type { PriceStep, PriceStepKind } from '#kernel/price-step.ts';

type Words = { readonly [K in PriceStepKind]: string } & { readonly topUp: string };

const words: { readonly [L in Language]: Words } = {
  en: {
    list: 'Public price',
    tier: 'Quantity discount',
    partner: 'Partner discount',
    warranty: 'Renewal warranty',
    proration: 'For the rest of the period',
    topUp: 'Top-up of the prepaid account',
  },
  es: {
    list: 'Precio público',
    tier: 'Descuento por cantidad',
    partner: 'Descuento de partner',
    warranty: 'Garantía de renovación',
    proration: 'Por el resto del período',
    topUp: 'Recarga de la cuenta prepagada',
  },
  fr: {
    list: 'Prix public',
    tier: 'Remise sur quantité',
    partner: 'Remise partenaire',
    warranty: 'Garantie de renouvellement',
    proration: 'Pour le reste de la période',
    topUp: 'Rechargement du compte prépayé',
  },
  de: {
    list: 'Öffentlicher Preis',
    tier: 'Mengenrabatt',
    partner: 'Partnerrabatt',
    warranty: 'Verlängerungsgarantie',
    proration: 'Für den Rest der Periode',
    topUp: 'Aufladung des Guthabenkontos',
  },
  it: {
    list: 'Prezzo pubblico',
    tier: 'Sconto quantità',
    partner: 'Sconto partner',
    warranty: 'Garanzia di rinnovo',
    proration: 'Per il resto del periodo',
    topUp: 'Ricarica del conto prepagato',
  },
};

/** One step of a price on paper: `Quantity discount −25 %: −86.80` (B7). */
export function stepWords({ kind, facts, amount }: PriceStep, language: Language): string {
  const points = facts['basisPoints'];
  const rate = typeof points === 'number' ? ` −${percent(points, language)}` : '';
  return `${words[language][kind]}${rate}: ${toDecimal(amount).replace('-', '−')}`;
}

export const topUpWords = (language: Language): string => words[language].topUp;

function percent(basisPoints: number, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000);
}
