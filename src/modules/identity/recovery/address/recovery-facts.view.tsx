import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { KeyValues } from '#ui/page/key-value.tsx';
import type { AnswerOf } from '#web/api/client.ts';

export type Present = NonNullable<AnswerOf<'readRecoveryAddress'>['present']>;

/** The present recovery address, since when, and whether it counts yet. */
export function RecoveryFacts({ present }: { present: Present }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { address, confirmedAt, countsFrom, isCounting } = present;
  return (
    <KeyValues
      of={[
        [t('recovery.address'), address],
        [t('recovery.confirmed'), <Day key="c" at={confirmedAt} />],
        [
          t('recovery.counts'),
          isCounting
            ? t('recovery.counts-now')
            : t('recovery.counts-from', { day: format.day(countsFrom) }),
        ],
      ]}
    />
  );
}
