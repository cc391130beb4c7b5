import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct } from '#web/api/acts.ts';
import type { Side } from '#web/api/door.ts';
import { routesOf } from './routes-of.view.tsx';

/** How many codes are left, and a new set that ends them (R63). */
export function EmergencyCard({
  side,
  list: { emergency, isWeak, kinds },
  onMade,
}: {
  side: Side;
  list: AnswerOf<'listFactors'>;
  onMade: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation('identity');
  const [asks, setAsks] = useState(false);
  const renew = useAct(routesOf[side].renew, {
    showsFailure: true,
    onDone: ({ emergencyCodes }) => {
      setAsks(false);
      onMade(emergencyCodes);
    },
  });
  const left = emergency?.left ?? 0;
  if (!kinds.includes('emergency')) {
    return (
      <Card title={t('two-factor.emergency')}>
        <Stack tight>
          <p className="strong">{t('staff-door.no-codes')}</p>
          <p>{t('staff-door.no-codes-why')}</p>
        </Stack>
      </Card>
    );
  }
  const reason = isWeak ? t('leaving.needs-stronger') : undefined;
  return (
    <Card title={t('two-factor.emergency')}>
      <Stack>
        {emergency && left <= 3 && <Note tone="warn">{t('two-factor.few')}</Note>}
        {emergency && <p>{t('two-factor.left', { count: left })}</p>}
        <Because reason={emergency ? reason : t('two-factor.no-codes')}>
          <Button icon="renewal" onClick={() => setAsks(true)}>
            {t('two-factor.new-codes')}
          </Button>
        </Because>
      </Stack>
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('two-factor.new-codes')}
        lost={[t('two-factor.new-codes-lost')]}
        kept={[t('two-factor.new-codes-kept')]}
        confirm={t('two-factor.new-codes')}
        onConfirm={() => void renew.act({})}
        isBusy={renew.isBusy}
        failure={renew.failure}
      />
    </Card>
  );
}
