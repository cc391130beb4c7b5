import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { Form } from '#ui/form/form.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { useMyOrganizations } from '#web/shell/my-organizations.ts';
import { currencyOf } from './currency/country.rules.ts';
import { IdentityFields, identityOf, type IdentityValues } from './identity-fields.view.tsx';

/** A further organization; whoever creates it is its legal representative (N2). */
export function CreateOrganizationPage() {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const { rows, current } = useMyOrganizations();
  const present = rows.find(({ organizationId }) => organizationId === current) ?? rows[0];
  const initial: IdentityValues = {
    name: '',
    kind: 'company',
    street: '',
    number: '',
    postcode: '',
    town: '',
    country: present?.country ?? 'CH',
    vatNumber: '',
    phone: '',
    language: useLanguage(),
  };
  const form = useForm('createOrganization', {
    initial,
    check: ({ name }) => ({ name: name.trim() === '' ? t('identity.needed') : undefined }),
    send: (values) => ({ body: identityOf(values) }),
    said: t('create.done'),
    onDone: ({ organizationId }) =>
      void navigate({ to: place('/o/$organizationId', { organizationId }) }),
  });
  const currency = currencyOf(form.values.country);

  return (
    <Page
      title={t('create.title')}
      subtitle={t('create.subtitle')}
      narrow
      help="organizations"
      back={{ label: t('mine.title'), to: place('/account/organizations') }}
    >
      <Card>
        <Form of={form} submit={t('create.submit')}>
          <IdentityFields
            form={form}
            consequence={
              <Note title={t('create.currency', { currency })}>{t('create.currency-text')}</Note>
            }
          />
        </Form>
      </Card>
    </Page>
  );
}
