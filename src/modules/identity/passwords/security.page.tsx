import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
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
import { TwoFactorCard } from '../factors/managing/two-factor-card.view.tsx';

/** The password, and the way to the devices that are signed in. */
export function SecurityPage() {
  const { t } = useTranslation('identity');
  const { passwordSetAt } = useData('readProfile', {});
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
        <Card title={t('security.facts')}>
          <KeyValues of={[[t('security.set-on'), <Day key="s" at={passwordSetAt} />]]} />
          <ButtonLink to={place('/account/access')} icon="device">
            {t('security.devices')}
          </ButtonLink>
        </Card>
      </Stack>
    </Page>
  );
}
