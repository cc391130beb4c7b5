import { useTranslation } from 'react-i18next';
import { ButtonLink, Buttons } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';

/** Whether a second factor protects the account, and the way to it. */
export function TwoFactorCard() {
  const { t } = useTranslation('identity');
  const { factors } = useData('listFactors', {});
  const isOn = factors.some(({ state }) => state === 'active');
  return (
    <Card
      title={t('two-factor.title')}
      more={
        <StatusBadge tone={isOn ? 'ok' : 'warn'}>
          {t(isOn ? 'two-factor.on' : 'two-factor.off')}
        </StatusBadge>
      }
    >
      <Stack>
        <p>{isOn ? factors.map(({ label }) => label).join(', ') : t('two-factor.empty')}</p>
        <Buttons>
          <ButtonLink
            to={place('/account/security/two-factor')}
            icon="security"
            tone={isOn ? 'plain' : 'primary'}
          >
            {t(isOn ? 'two-factor.manage' : 'two-factor.set-up')}
          </ButtonLink>
        </Buttons>
      </Stack>
    </Card>
  );
}
