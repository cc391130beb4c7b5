import { useTranslation } from 'react-i18next';
import { languages } from '#kernel/language.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { countriesIn } from '#web/language/countries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { currencyOf } from './country.rules.ts';

/** Who the organization is in law; a legal representative changes it (R25). */
export function OrganizationPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const language = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const organization = useData('readOrganization', { params: { organizationId } });
  const { address, currency } = organization;
  const mayEdit = organization.may.includes('organization.edit-identity');
  const form = useForm('updateOrganization', {
    initial: {
      name: organization.name,
      kind: organization.kind,
      street: address?.street ?? '',
      number: address?.number ?? '',
      postcode: address?.postcode ?? '',
      town: address?.town ?? '',
      country: organization.country,
      vatNumber: organization.vatNumber ?? '',
      language: organization.language,
    },
    check: ({ name }) => ({ name: name.trim() === '' ? t('identity.needed') : undefined }),
    send: ({ street, number, postcode, town, vatNumber, ...rest }) => ({
      params: { organizationId },
      body: {
        ...rest,
        vatNumber: vatNumber.trim() === '' ? null : vatNumber,
        address: street.trim() === '' ? null : { street, number, postcode, town },
      },
    }),
    said: t('identity.saved'),
  });
  const next = currencyOf(form.values.country);

  return (
    <Page title={t('identity.title')} subtitle={t('identity.subtitle')} narrow help="organizations">
      <Stack>
        <Card>
          <Because
            wide
            reason={mayEdit ? undefined : t('identity.only-representatives')}
            wayOut={{ label: t('identity.who'), to: at('/organization/members') }}
          >
            <Form of={form} submit={t('identity.save')}>
              <TextField {...form.field('name')} label={t('identity.name')} maxLength={120} />
              <ChoiceField
                {...form.field('kind')}
                label={t('identity.kind')}
                of={[
                  { value: 'person', label: t('kind.person') },
                  { value: 'company', label: t('kind.company') },
                ]}
              />
              <Fields>
                <TextField {...form.field('street')} label={t('identity.street')} maxLength={70} />
                <TextField
                  {...form.field('number')}
                  label={t('identity.number')}
                  isShort
                  maxLength={16}
                />
              </Fields>
              <Fields>
                <TextField
                  {...form.field('postcode')}
                  label={t('identity.postcode')}
                  isShort
                  maxLength={16}
                />
                <TextField {...form.field('town')} label={t('identity.town')} maxLength={35} />
              </Fields>
              <SelectField
                {...form.field('country')}
                label={t('identity.country')}
                of={countriesIn(language)}
              />
              {next !== currency && (
                <Note tone="warn" title={t('identity.new-currency', { currency: next })}>
                  {t('identity.new-currency-text', { currency })}
                </Note>
              )}
              <TextField
                {...form.field('vatNumber')}
                label={t('identity.vat-number')}
                isOptional
                maxLength={20}
                {...(organization.vatCheck
                  ? { hint: t(`vat-check.${organization.vatCheck}`) }
                  : {})}
              />
              <SelectField
                {...form.field('language')}
                label={t('identity.language')}
                of={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
              />
            </Form>
          </Because>
        </Card>
        <Card title={t('identity.facts')}>
          <KeyValues
            of={[
              [t('identity.customer-number'), organization.customerNumber],
              [t('identity.currency'), currency],
              [t('identity.your-role'), t(`role.${organization.role}`)],
              [
                t('identity.pays'),
                t(organization.onAccount ? 'identity.on-account' : 'identity.in-advance'),
              ],
            ]}
          />
        </Card>
      </Stack>
    </Page>
  );
}
