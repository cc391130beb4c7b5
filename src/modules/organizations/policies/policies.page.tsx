import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { PolicyForm } from './policy-form.view.tsx';

/** What the organization asks of its members when they sign in (R55, D10). */
export function PoliciesPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const params = { organizationId };
  const { name, may } = useData('readOrganization', { params });
  const policy = useData('readPolicy', { params });
  const mayEdit = may.includes('organization.edit-policies');
  return (
    <Page
      title={t('policies.title')}
      subtitle={t('policies.subtitle', { name })}
      narrow
      help="policies"
      actions={
        may.includes('activity.see') && (
          <Link to={at('/organization/activity', undefined, { action: 'organizations' })}>
            {t('policies.history')}
          </Link>
        )
      }
    >
      <Card>
        <Because
          wide
          reason={mayEdit ? undefined : t('policies.not-yours')}
          wayOut={{ label: t('identity.who'), to: at('/organization/members') }}
        >
          <PolicyForm
            organizationId={organizationId}
            name={name}
            policy={policy}
            mayEdit={mayEdit}
          />
        </Because>
      </Card>
    </Page>
  );
}
