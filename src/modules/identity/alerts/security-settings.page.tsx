import { useTranslation } from 'react-i18next';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { NumberField } from '#ui/form/number-field.tsx';
import { Card, Section } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';

/** What the owner is told of, and after how many failures strangers are out (R91, R92). */
export function SecuritySettingsPage() {
  const { t } = useTranslation('identity');
  const settings = useData('readSecuritySettings', {});
  const bounds = { least: settings.lockAfterLeast, most: settings.lockAfterMost };
  const form = useForm('changeSecuritySettings', {
    initial: {
      alertSignIns: settings.alertSignIns,
      alertFailures: settings.alertFailures,
      lockAfter: settings.lockAfter,
    },
    check: ({ lockAfter }) => ({
      lockAfter:
        Number.isInteger(lockAfter) && lockAfter >= bounds.least && lockAfter <= bounds.most
          ? undefined
          : t('settings.lock-wrong', bounds),
    }),
    send: (body) => ({ body }),
    said: t('settings.saved'),
  });
  return (
    <Page
      title={t('settings.title')}
      subtitle={t('settings.subtitle')}
      back={{ label: t('settings.back'), to: place('/account/security') }}
      narrow
      help="locked-account"
    >
      <Card>
        <Form of={form} submit={t('settings.save')}>
          <Section title={t('settings.alerts')}>
            <CheckField
              {...form.field('alertSignIns')}
              label={t('settings.sign-ins')}
              hint={t('settings.sign-ins-hint')}
            />
            <CheckField
              {...form.field('alertFailures')}
              label={t('settings.failures')}
              hint={t('settings.failures-hint')}
            />
          </Section>
          <Section title={t('settings.lock')}>
            <p>{t('settings.lock-text')}</p>
            <NumberField
              {...form.field('lockAfter')}
              label={t('settings.lock-after')}
              hint={t('settings.lock-hint', bounds)}
              min={bounds.least}
              max={bounds.most}
            />
          </Section>
        </Form>
      </Card>
    </Page>
  );
}
