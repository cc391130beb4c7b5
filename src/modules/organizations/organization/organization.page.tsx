import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { Because } from '#ui/action/because.tsx';
import { ButtonLink, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData, useOptionalData } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { usePlaces } from '#web/routing/place.ts';
import { currencyOf } from './currency/country.rules.ts';
import { IdentityFields, identityOf, type IdentityValues } from './identity-fields.view.tsx';

type Organization = AnswerOf<'readOrganization'>;

/** Who the organization is in law; a legal representative changes it (R25). */
export function OrganizationPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const organization = useData('readOrganization', { params: { organizationId } });
  return (
    <Page title={t('identity.title')} subtitle={t('identity.subtitle')} narrow help="organizations">
      <Stack>
        <Identity organization={organization} />
        <Details organization={organization} />
        <Ending organization={organization} />
      </Stack>
    </Page>
  );
}

function Identity({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const { organizationId, vatCheck, vatNumber } = organization;
  const mayEdit = organization.may.includes('organization.edit-identity');
  const form = useForm('updateOrganization', {
    initial: valuesOf(organization),
    check: ({ name }) => ({ name: name.trim() === '' ? t('identity.needed') : undefined }),
    send: (values) => ({ params: { organizationId }, body: identityOf(values) }),
    said: t('identity.saved'),
  });
  const isSameNumber = form.values.vatNumber === (vatNumber ?? '');
  const { country } = form.values;
  return (
    <Card>
      <Because
        wide
        reason={mayEdit ? undefined : t('identity.only-representatives')}
        wayOut={{ label: t('identity.who'), to: at('/organization/members') }}
      >
        <Form of={form} submit={t('identity.save')}>
          <IdentityFields
            form={form}
            vatHint={vatCheck && isSameNumber ? t(`vat-check.${vatCheck}`) : undefined}
            consequence={
              currencyOf(country) !== organization.currency && (
                <NewCurrency organization={organization} country={country} />
              )
            }
          />
        </Form>
      </Because>
    </Card>
  );
}

/** What a new country does to prices, and whether anything keeps it from being saved (D24). */
function NewCurrency({ organization, country }: { organization: Organization; country: string }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const { organizationId, currency } = organization;
  const wanted = currencyOf(country);
  const change = useOptionalData('readCurrencyChange', {
    params: { organizationId },
    query: { country },
  });
  if (change?.isBlocked) {
    return (
      <Note tone="bad" title={t('identity.currency-blocked', { currency: wanted })}>
        {t('identity.currency-blocked-text', { currency })}{' '}
        <Link to={at('/billing/prepaid')}>{t('identity.to-prepaid')}</Link> ·{' '}
        <Link to={at('/orders')}>{t('identity.to-orders')}</Link> ·{' '}
        <Link to={at('/billing/invoices')}>{t('identity.to-invoices')}</Link>
      </Note>
    );
  }
  return (
    <Note tone="warn" title={t('identity.new-currency', { currency: wanted })}>
      {t('identity.new-currency-text', { currency, wanted })}
    </Note>
  );
}

function Details({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const { may } = organization;
  return (
    <Card
      title={t('identity.facts')}
      more={
        may.includes('activity.see') && (
          <Link to={at('/organization/activity', undefined, { action: 'organizations' })}>
            {t('identity.history')}
          </Link>
        )
      }
    >
      <KeyValues
        of={[
          [t('identity.customer-number'), organization.customerNumber],
          [t('identity.currency'), organization.currency],
          [t('identity.your-role'), <OwnRole key="r" role={organization.role} />],
          [
            t('identity.pays'),
            t(organization.onAccount ? 'identity.on-account' : 'identity.in-advance'),
          ],
        ]}
      />
    </Card>
  );
}

/** The way to the end of it: a legal representative's, like everything about its identity. */
function Ending({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const mayDelete = organization.may.includes('organization.edit-identity');
  return (
    <Card title={t('deletion.card')}>
      <p className="muted">{t('deletion.card-text')}</p>
      <Because
        reason={mayDelete ? undefined : t('deletion.only-representatives')}
        wayOut={{ label: t('identity.who'), to: at('/organization/members') }}
      >
        <Buttons>
          <ButtonLink to={at('/organization/deletion')}>{t('deletion.start')}</ButtonLink>
        </Buttons>
      </Because>
    </Card>
  );
}

function valuesOf(organization: Organization): IdentityValues {
  const { name, kind, country, language, address, vatNumber, phone } = organization;
  return {
    name,
    kind,
    country,
    language,
    street: address?.street ?? '',
    number: address?.number ?? '',
    postcode: address?.postcode ?? '',
    town: address?.town ?? '',
    vatNumber: vatNumber ?? '',
    phone: phone ?? '',
  };
}

/** The reader's role, and the way to what it means. */
function OwnRole({ role }: { role: MemberRole }) {
  const { t } = useTranslation('organizations');
  const { user } = useSession();
  const at = usePlaces();
  return (
    <p>
      {t(`role.${role}`)}
      {user && (
        <>
          {' · '}
          <Link to={at('/organization/members/$userId', { userId: user.userId })}>
            {t('person.your-rights')}
          </Link>
        </>
      )}
    </p>
  );
}
