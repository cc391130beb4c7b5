import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import type { Side } from '#web/api/door.ts';
import type { Factor } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** What its owner should know about the methods, and can do about it. */
export function StateNotes({
  side,
  list,
  hasJustNone,
}: {
  side: Side;
  list: AnswerOf<'listFactors'>;
  /** The last one was removed a moment ago (R163). */
  hasJustNone: boolean;
}) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { factors, isDemanded, isWeak, restrictedUntil, kinds } = list;
  const active = factors.filter(({ state }) => state === 'active');
  const counting = active.filter(({ counts }) => counts);
  const hasSheet = kinds.includes('emergency');
  const lost = factors.filter(({ state }) => state === 'lost');
  const ofStaff = hasSheet ? t('staff-door.demanded') : t('staff-door.demanded-passkey');
  const demanded = side === 'staff' ? ofStaff : t('two-factor.demanded');
  return (
    <>
      {restrictedUntil && (
        <Note tone="warn">
          {t('two-factor.restricted', { until: format.instant(restrictedUntil) })}
        </Note>
      )}
      {hasJustNone && active.length === 0 && (
        <Note tone="warn" title={t('two-factor.removed-last')}>
          {t('two-factor.removed-last-why')}
        </Note>
      )}
      {counting.length === 0 && isDemanded && <Note tone="warn">{demanded}</Note>}
      {active
        .filter(({ counts }) => !counts)
        .map(({ factorId, label }) => (
          <Note key={factorId} tone="warn" title={t('staff-door.uncounted', { label })}>
            {t(counting.length > 0 ? 'staff-door.replaced-why' : 'staff-door.uncounted-why')}
          </Note>
        ))}
      {factors.map((factor) => (
        <RemovalNote key={factor.factorId} side={side} factor={factor} />
      ))}
      {lost.map(({ factorId, label }) => (
        <Note key={factorId} tone="warn" title={t('leaving.lost-title', { label })}>
          {t('leaving.lost-why')}
        </Note>
      ))}
      {isWeak && lost.length === 0 && (
        <Note tone="warn" title={t('leaving.weak')}>
          {t('leaving.weak-why')}
        </Note>
      )}
      {counting.length === 1 && !isWeak && (
        <Note tone="info" title={t('two-factor.one-only')}>
          {t(hasSheet ? 'two-factor.one-only-why' : 'staff-door.one-only-why')}
        </Note>
      )}
    </>
  );
}

/** The last method waits for its removal: until then its owner can say no (3.14). */
function RemovalNote({
  side,
  factor: { factorId, label, removalDueAt },
}: {
  side: Side;
  factor: Factor;
}) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const keep = useAct(routesOf[side].keep, { said: t('leaving.kept') });
  if (removalDueAt === null) return null;
  return (
    <Note tone="warn" title={t('leaving.waits-title', { label, at: format.instant(removalDueAt) })}>
      <Stack tight>
        <p>{t('leaving.waits-why')}</p>
        <Buttons>
          <Button isBusy={keep.isBusy} onClick={() => void keep.act({ params: { factorId } })}>
            {t('leaving.keep')}
          </Button>
        </Buttons>
      </Stack>
    </Note>
  );
}
