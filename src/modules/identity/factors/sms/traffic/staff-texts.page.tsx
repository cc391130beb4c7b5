import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { AllowTextsDialog } from './allow-texts.view.tsx';
import { TextCountries } from './text-countries.view.tsx';
import { TextStops, type Stop } from './text-stops.view.tsx';

/** Texts to phones: what they cost today, whether codes come back, and what is stopped. */
export function StaffTextsPage() {
  const { t } = useTranslation('identity');
  const [lifting, setLifting] = useState<Stop>();
  const traffic = useData('readTextTraffic', {});
  const { isOffered, codes, notices, countries, stops } = traffic;
  return (
    <Page title={t('texts.title')} subtitle={t('texts.subtitle')} help="staff-texts">
      {!isOffered && <Note tone="info">{t('texts.not-offered')}</Note>}
      {stops.length > 0 && <TextStops stops={stops} onLift={setLifting} />}
      <TextCountries countries={countries} />
      <Card title={t('texts.together')}>
        <KeyValues
          of={[
            [t('texts.codes'), <Pot key="codes" {...codes} />],
            [t('texts.notices'), <Pot key="notices" {...notices} />],
          ]}
        />
      </Card>
      <AllowTextsDialog stop={lifting} onClose={() => setLifting(undefined)} />
    </Page>
  );
}

function Pot({ texts, spent, most }: AnswerOf<'readTextTraffic'>['codes']) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const money = { spent: format.money(spent), most: format.money(most) };
  return t('texts.pot', { count: texts, ...money });
}
