import { useTranslation } from 'react-i18next';
import { ButtonLink, Buttons } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { RecoveryFacts } from './recovery-facts.view.tsx';

/** The box of R80: the recovery address, and the way to set or change it. */
export function RecoveryAddressCard() {
  const { t } = useTranslation('identity');
  const { present } = useData('readRecoveryAddress', {});
  return (
    <Card title={t('recovery.title')}>
      <Stack>
        {present ? <RecoveryFacts present={present} /> : <p>{t('recovery.none')}</p>}
        <Buttons>
          <ButtonLink
            to={place('/account/security/recovery-address')}
            icon="mail"
            tone={present ? 'plain' : 'primary'}
          >
            {t(present ? 'recovery.modify' : 'recovery.set')}
          </ButtonLink>
        </Buttons>
      </Stack>
    </Card>
  );
}
