import { useTranslation } from 'react-i18next';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';

type Kind = AnswerOf<'readCheckUp'>['findings'][number]['kind'];

/** Where each thing is put right. */
const remedies: Readonly<Record<Kind, string>> = {
  'password-doubted': place('/account/security'),
  'no-second-factor': place('/account/security'),
  'new-devices': place('/account/access'),
  'forgotten-devices': place('/account/access'),
  'failures-untold': place('/account/security/settings'),
};

/** What could protect the account better, each one click away; nothing where all is well. */
export function CheckUpCard() {
  const { t } = useTranslation('identity');
  const checkUp = useOptionalData('readCheckUp', {});
  if (!checkUp || checkUp.findings.length === 0) return null;
  return (
    <Card title={t('check-up.title')}>
      <KeyValues
        of={checkUp.findings.map(({ kind, count }) => [
          t(`check-up.${kind}`, { count }),
          <Link key={kind} to={remedies[kind]}>
            {t(`check-up.do.${kind}`)}
          </Link>,
        ])}
      />
    </Card>
  );
}
