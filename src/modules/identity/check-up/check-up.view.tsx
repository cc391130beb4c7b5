import { useTranslation } from 'react-i18next';
import { Card } from '#ui/page/card.tsx';
import { Link } from '#ui/text/link.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';

type CheckUp = AnswerOf<'readCheckUp'>;
type Kind = CheckUp['findings'][number]['kind'];

/** Where each thing is put right. */
const remedies: Readonly<Record<Kind, string>> = {
  'password-doubted': place('/account/security'),
  'no-second-factor': place('/account/security/two-factor'),
  'one-second-factor': place('/account/security/two-factor'),
  'no-recovery-address': place('/account/security/recovery-address'),
  'new-devices': place('/account/access'),
  'forgotten-devices': place('/account/access'),
  'failures-untold': place('/account/security/settings'),
};

/** What could protect the account better, each one click away; nothing where all is well. */
export function CheckUpCard({ checkUp }: { checkUp: CheckUp | undefined }) {
  return checkUp && checkUp.findings.length > 0 && <Findings of={checkUp.findings} />;
}

/** The same, which also says that there is nothing to improve. */
export function WholeCheckUp() {
  const { findings } = useData('readCheckUp', {});
  return <Findings of={findings} />;
}

function Findings({ of }: { of: CheckUp['findings'] }) {
  const { t } = useTranslation('identity');
  const reasons = of.map(({ kind, count }) => ({
    tone: 'warn' as const,
    title: t(`check-up.${kind}`, { count }),
    detail: <Link to={remedies[kind]}>{t(`check-up.do.${kind}`)}</Link>,
  }));
  const well = { tone: 'ok', title: t('check-up.well') } as const;
  return (
    <Card title={t('check-up.title')}>
      <Reasons of={reasons.length > 0 ? reasons : [well]} />
    </Card>
  );
}
