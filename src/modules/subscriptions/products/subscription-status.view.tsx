import { useTranslation } from 'react-i18next';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';
import type { SubscriptionState } from './subscription.rules.ts';

const tones: Record<SubscriptionState, BadgeTone> = {
  provisioning: 'info',
  active: 'ok',
  failed: 'bad',
  ended: 'idle',
  moved: 'idle',
};

/** Whether a product runs, in a word. */
export function SubscriptionStatus({ state }: { state: SubscriptionState }) {
  const { t } = useTranslation('subscriptions');
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
