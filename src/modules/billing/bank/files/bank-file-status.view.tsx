import { useTranslation } from 'react-i18next';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';

type State = 'received' | 'working' | 'done' | 'refused';

const tones: Record<State, BadgeTone> = {
  received: 'info',
  working: 'info',
  done: 'ok',
  refused: 'bad',
};

/** How far a bank file is, and whether it has problems. */
export function BankFileStatus({ state, problems }: { state: State; problems: number }) {
  const { t } = useTranslation('billing');
  if (state === 'done' && problems > 0) {
    return <StatusBadge tone="warn">{t('bank.problems', { count: problems })}</StatusBadge>;
  }
  return <StatusBadge tone={tones[state]}>{t(`bank.states.${state}`)}</StatusBadge>;
}
