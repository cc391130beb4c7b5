import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import { StateNotes } from './state-notes.view.tsx';

/** The methods, how to add one, and the sheet for emergencies; for customers and for staff. */
export function TwoFactor({ side }: { side: Side }) {
  const { t } = useTranslation('identity');
  const list = useData(routesOf[side].list, {});
  const { add } = useQuery();
  useTold(list.passkeys);
  const [codes, setCodes] = useState<readonly string[]>();
  const [hasJustNone, setHasJustNone] = useState(false);

  return (
    <Page
      title={t('two-factor.title')}
      subtitle={t('two-factor.subtitle')}
      help={side === 'staff' ? 'staff-people' : 'two-factor'}
      narrow
    >
      <Stack>
        <StateNotes side={side} list={list} hasJustNone={hasJustNone} />
        <FactorTable side={side} list={list} onLastRemoved={() => setHasJustNone(true)} />
        <Card title={t('two-factor.add')} bare>
          <AddMethods
            side={side}
            list={list}
            begins={add === 'passkey' ? add : undefined}
            onAdded={(made) => setCodes(made ?? undefined)}
          />
        </Card>
        <EmergencyCard side={side} list={list} onMade={setCodes} />
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
