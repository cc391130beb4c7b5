import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import type { Side } from '#web/api/door.ts';
import { knowsPasskeys, tellOfPasskeys, type KnownPasskeys } from '#web/api/passkeys.ts';
import { useData } from '#web/api/queries.ts';
import { useQuery } from '#web/routing/filters.ts';
import { AddMethods } from './add-methods.view.tsx';
import { CodeSheet } from './code-sheet.view.tsx';
import { EmergencyCard } from './emergency-card.view.tsx';
import { FactorTable } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** The methods, how to add one, and the sheet for emergencies; for customers and for staff. */
export function TwoFactor({ side }: { side: Side }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const list = useData(routesOf[side].list, {});
  const { factors, emergency, isDemanded, restrictedUntil, passkeys } = list;
  const { add } = useQuery();
  useTold(passkeys);
  const [codes, setCodes] = useState<readonly string[]>();
  const [hasNone, setHasNone] = useState(false);
  const active = factors.filter(({ state }) => state === 'active');

  return (
    <Page
      title={t('two-factor.title')}
      subtitle={t('two-factor.subtitle')}
      help="two-factor"
      narrow
    >
      <Stack>
        {restrictedUntil && (
          <Note tone="warn">
            {t('two-factor.restricted', { until: format.instant(restrictedUntil) })}
          </Note>
        )}
        {hasNone && active.length === 0 && (
          <Note tone="warn" title={t('two-factor.removed-last')}>
            {t('two-factor.removed-last-why')}
          </Note>
        )}
        {active.length === 0 && isDemanded && <Note tone="warn">{t('two-factor.demanded')}</Note>}
        {active.length === 1 && (
          <Note tone="info" title={t('two-factor.one-only')}>
            {t('two-factor.one-only-why')}
          </Note>
        )}
        <FactorTable side={side} factors={factors} onLastRemoved={() => setHasNone(true)} />
        <Card title={t('two-factor.add')} bare>
          <AddMethods
            side={side}
            begins={add === 'passkey' ? add : undefined}
            onAdded={(made) => setCodes(made ?? undefined)}
          />
        </Card>
        <EmergencyCard side={side} emergency={emergency} onMade={setCodes} />
      </Stack>
      <CodeSheet side={side} codes={codes} onKept={() => setCodes(undefined)} />
    </Page>
  );
}

/**
 * Password managers hear how the owner is called, and of a removal as soon as the list lacks it.
 * Never of what is missing otherwise: they would forget a passkey that is only just being added.
 */
function useTold(passkeys: KnownPasskeys | null): void {
  const before = useRef<KnownPasskeys>(null);
  useEffect(() => {
    const left = passkeys?.credentialIds ?? [];
    const isOneGone = before.current?.credentialIds.some((id) => !left.includes(id)) ?? false;
    before.current = passkeys;
    if (passkeys && knowsPasskeys()) void tellOfPasskeys(passkeys, { isOneGone });
  }, [passkeys]);
}
