import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { ExportLink } from '#ui/table/filter-row.tsx';
import { addressOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { useActivityFilter } from './activity-filter.view.tsx';
import { ActivityTable } from './activity-table.view.tsx';

/** What happened in an organization, whoever did it. */
export function OrganizationActivityPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('activity');
  const params = { organizationId };
  const { query, row } = useActivityFilter(
    <ExportLink href={addressOf('exportOrganizationActivity', { params })} />,
  );
  const list = useList('listOrganizationActivity', { params, query });
  return (
    <Page title={t('organization.title')} subtitle={t('organization.subtitle')} help="activity">
      <Card bare>
        <ActivityTable label={t('organization.title')} list={list} filters={row} />
      </Card>
    </Page>
  );
}
