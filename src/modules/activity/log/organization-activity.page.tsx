import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { addressOf } from '#web/api/client.ts';
import { useList, useOptionalData } from '#web/api/queries.ts';
import { ActivityFilter, useActivityQuery } from './activity-filter.view.tsx';
import { ActivityTable } from './activity-table.view.tsx';

/** What happened in an organization, whoever did it. */
export function OrganizationActivityPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('activity');
  const params = { organizationId };
  const { query, ...filter } = useActivityQuery();
  const list = useList('listOrganizationActivity', { params, query });
  const named = useOptionalData('listActivityProducts', { params });
  const members = useOptionalData('listMembers', { params, query: { limit: 200 } });
  return (
    <Page title={t('organization.title')} subtitle={t('organization.subtitle')} help="activity">
      <Card bare>
        <ActivityTable
          label={t('organization.title')}
          list={list}
          isFiltered={Object.keys(query).length > 0}
          filters={
            <ActivityFilter
              {...filter}
              products={named?.products ?? []}
              people={(members?.rows ?? []).map(({ userId, name }) => ({
                value: userId,
                label: name,
              }))}
              csv={addressOf('exportOrganizationActivity', { params, query })}
            />
          }
        />
      </Card>
    </Page>
  );
}
