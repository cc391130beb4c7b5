import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink, Buttons } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import { place } from '#web/routing/place.ts';

/**
 * In place of every page of a place that asks for a second factor, for who has none: the way to set
 * one up. Externals may leave instead (D10).
 */
export function SecondFactorStop() {
  const { t } = useTranslation('identity');
  const isStaff = useRouterState({
    select: ({ location }) => location.pathname.startsWith('/staff'),
  });
  const setUp = isStaff ? place('/staff/security') : place('/account/security/two-factor');
  return (
    <Failure isPage title={t('second-factor-stop.title')}>
      <Stack>
        <p>{t(isStaff ? 'second-factor-stop.staff' : 'refusal.second-factor-needed')}</p>
        {!isStaff && <p>{t('second-factor-stop.leave-why')}</p>}
        <Buttons>
          <ButtonLink tone="primary" icon="security" to={setUp}>
            {t('second-factor-stop.go')}
          </ButtonLink>
          {!isStaff && (
            <ButtonLink to={place('/account/organizations')}>
              {t('second-factor-stop.leave')}
            </ButtonLink>
          )}
        </Buttons>
      </Stack>
    </Failure>
  );
}

/** The same for the provider's people, where only a passkey opens their work. */
export function StaffPasskeyStop() {
  const { t } = useTranslation('identity');
  return (
    <Failure isPage title={t('staff-door.stop-title')}>
      <Stack>
        <p>{t('staff-door.stop')}</p>
        <Buttons>
          <ButtonLink tone="primary" icon="key" to={place('/staff/security')}>
            {t('two-factor.do.passkey')}
          </ButtonLink>
        </Buttons>
      </Stack>
    </Failure>
  );
}
