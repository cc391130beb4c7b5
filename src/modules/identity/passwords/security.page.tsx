import { useTranslation } from 'react-i18next';
import { ButtonLink, Buttons } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { WholeCheckUp } from '../check-up/check-up.view.tsx';
import { TwoFactorCard } from '../factors/managing/two-factor-card.view.tsx';
import { RecoveryAddressCard } from '../recovery/address/recovery-address-card.view.tsx';

/** What protects the account: what to improve, the password, and what holds now. */
export function SecurityPage() {
  const { t } = useTranslation('identity');
  const form = useForm('changePassword', {
    initial: { current: '', next: '' },
    check: ({ current, next }) => ({
      current: current === '' ? t('field.needed') : undefined,
      next: next === '' ? t('field.needed') : undefined,
    }),
    send: (body) => ({ body }),
    said: t('security.changed'),
    onDone: ({ csrf }) => {
      form.reset();
      void sessionChanged('user', csrf);
    },
  });
  return (
    <Page title={t('security.title')} subtitle={t('security.subtitle')} narrow help="sign-in">
      <Stack>
        <WholeCheckUp />
        <Card title={t('security.password')}>
          <Form of={form} submit={t('security.change')}>
            <PasswordField
              {...form.field('current')}
              label={t('security.current')}
              autoComplete="current-password"
            />
            <PasswordField
              {...form.field('next')}
              label={t('field.new-password')}
              hint={t('reset.hint')}
              autoComplete="new-password"
            />
          </Form>
        </Card>
        <TwoFactorCard />
        <RecoveryAddressCard />
        <AtAGlance />
      </Stack>
    </Page>
  );
}

/** What holds now, and the ways to change it. */
function AtAGlance() {
  const { t } = useTranslation('identity');
  const { passwordSetAt } = useData('readProfile', {});
  const settings = useData('readSecuritySettings', {});
  const onOff = (isOn: boolean) => t(isOn ? 'security.on' : 'security.off');
  return (
    <Card title={t('security.facts')}>
      <KeyValues
        of={[
          [t('security.set-on'), <Day key="s" at={passwordSetAt} />],
          [t('security.alert-sign-ins'), onOff(settings.alertSignIns)],
          [t('security.alert-failures'), onOff(settings.alertFailures)],
          [t('security.locks-after'), t('security.tries', { count: settings.lockAfter })],
        ]}
      />
      <Buttons>
        <ButtonLink to={place('/account/security/settings')} icon="tool">
          {t('security.settings')}
        </ButtonLink>
        <ButtonLink to={place('/account/access')} icon="device">
          {t('security.devices')}
        </ButtonLink>
      </Buttons>
    </Card>
  );
}
