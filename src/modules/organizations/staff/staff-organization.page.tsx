import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Note } from '#ui/feedback/note.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { OnAccount } from './on-account.view.tsx';
import { Members } from './staff-members.view.tsx';

/** One customer as staff see it: who they are, who acts for them, how they pay. */
export function StaffOrganizationPage(params: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const organization = useData('readOrganizationAsStaff', { params });
  const { address, vatCheck, grants } = organization;
  return (
    <Page
      title={organization.name}
      subtitle={t('staff.number', { number: organization.customerNumber })}
      back={{ label: t('staff.title'), to: place('/staff/organizations') }}
    >
      {organization.deletedAt && (
        <Note tone="warn" title={t('staff.deleted')}>
          <DateTime at={organization.deletedAt} />
        </Note>
      )}
      <Columns
        aside={
          <>
            <Card title={t('identity.facts')}>
              <KeyValues
                of={[
                  [t('identity.kind'), t(`kind.${organization.kind}`)],
                  [
                    t('staff.address'),
                    address &&
                      `${address.street} ${address.number}, ${address.postcode} ${address.town}`,
                  ],
                  [t('identity.country'), organization.country],
                  [t('identity.currency'), organization.currency],
                  [t('identity.vat-number'), organization.vatNumber],
                  [t('staff.vat-check'), vatCheck && t(`vat-result.${vatCheck}`)],
                  [t('identity.phone'), organization.phone],
                ]}
              />
            </Card>
            <OnAccount {...params} onAccount={organization.onAccount} />
          </>
        }
      >
        <Members members={organization.members} />
        {grants.length > 0 && (
          <Card title={t('staff.grants')}>
            <KeyValues
              of={grants.map((grant) => [
                t(grant.revokedAt ? 'staff.ended' : 'staff.granted'),
                <span key={grant.grantedAt}>
                  <DateTime at={grant.grantedAt} /> · {grant.grantedBy}: {grant.reason}
                </span>,
              ])}
            />
          </Card>
        )}
      </Columns>
    </Page>
  );
}
