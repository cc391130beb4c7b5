import { useTranslation } from 'react-i18next';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';
import type { OrderState } from './order.rules.ts';

const tones: Record<OrderState, BadgeTone> = {
  open: 'warn',
  started: 'ok',
  cancelled: 'idle',
  expired: 'idle',
};

/** What became of an order, in a word. */
export function OrderStatus({ state }: { state: OrderState }) {
  const { t } = useTranslation('subscriptions');
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
