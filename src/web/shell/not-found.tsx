import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Page } from '#ui/page/page.tsx';
import { place } from '#web/routing/place.ts';
import { DoorCard } from './door.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <DoorCard>
      <Page title={t('not-found.title')} subtitle={t('not-found.text')}>
        <ButtonLink to={place('/')} tone="primary" wide>
          {t('not-found.home')}
        </ButtonLink>
      </Page>
    </DoorCard>
  );
}
