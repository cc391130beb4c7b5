import { useTranslation } from 'react-i18next';
import { languages } from '#kernel/language.ts';
import { Day } from '#ui/format/day.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { Card } from '#ui/page/card.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { useCountries } from '#web/language/countries.ts';
import { useTextLanguage } from '#ui/format/use-format.ts';

/** What the account says about its person; the name can be changed (R151). */
export function ProfilePage() {
  const { t } = useTranslation('identity');
  const profile = useData('readProfile', {});
  const language = useTextLanguage();
  const country = useCountries().find(({ value }) => value === profile.country);
  const form = useForm('updateProfile', {
    initial: {
      firstName: profile.firstName,
      lastName: profile.lastName,
      language: profile.language,
    },
    check: ({ firstName, lastName }) => ({
      firstName: firstName.trim() === '' ? t('field.needed') : undefined,
      lastName: lastName.trim() === '' ? t('field.needed') : undefined,
    }),
    send: (body) => ({ body }),
    said: t('profile.saved'),
  });
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (
    <Page title={t('profile.title')} subtitle={t('profile.subtitle')} narrow help="sign-in">
      <Stack>
        <Card>
          <Form of={form} submit={t('profile.save')}>
            <Fields>
              <TextField
                {...form.field('firstName')}
                label={t('field.first-name')}
                autoComplete="given-name"
              />
              <TextField
                {...form.field('lastName')}
                label={t('field.last-name')}
                autoComplete="family-name"
              />
            </Fields>
            <SelectField
              {...form.field('language')}
              label={t('field.language')}
              hint={t('profile.language-hint')}
              of={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
            />
          </Form>
        </Card>
        <Card title={t('profile.facts')}>
          <KeyValues
            of={[
              [t('field.address'), profile.address],
              [t('field.country'), country?.label ?? profile.country],
              [t('profile.since'), <Day key="s" at={profile.memberSince} />],
            ]}
          />
        </Card>
      </Stack>
    </Page>
  );
}
