import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { PriceExplained } from '#ui/text/price-explained.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import type { SoldProduct } from './configure-order.view.tsx';

/** What it costs and why, while one chooses; at a tier's edge the cheaper quantity is offered. */
export function OrderPrice({
  product,
  period,
  quote,
  onQuantity,
}: {
  product: SoldProduct;
  period: 'month' | 'year';
  quote: AnswerOf<'quoteOrder'> | undefined;
  onQuantity: (quantity: number) => void;
}) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const translated = useTranslated();
  const better = quote?.lines[0]?.betterQuantity;
  return (
    <Card title={t('price.title')} more={t(`period.${period}`)}>
      <Stack>
        {quote ? (
          <PriceExplained
            {...quote}
            lines={quote.lines.map((line) => ({ ...line, text: translated(line.productName) }))}
          />
        ) : (
          <p className="muted">{t('price.computing')}</p>
        )}
        {better && (
          <Note title={t('price.better-title', { quantity: format.number(better.quantity) })}>
            <p>{t('price.better', { amount: format.money(better.saves) })}</p>
            <Button onClick={() => onQuantity(better.quantity)}>
              {t('price.take', { quantity: format.number(better.quantity) })}
            </Button>
          </Note>
        )}
        {product.tiers.length > 1 && (
          <p className="small muted">
            {product.tiers
              .filter((tier) => tier.offBasisPoints > 0)
              .map((tier) =>
                t('price.tier', {
                  from: format.number(tier.from),
                  off: format.percent(tier.offBasisPoints),
                }),
              )
              .join(' · ')}
          </p>
        )}
        {quote && <p className="small muted">{t(`price.how.${quote.payment}`)}</p>}
      </Stack>
    </Card>
  );
}
