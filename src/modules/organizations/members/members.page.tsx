import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useData } from '#web/api/queries.ts';

/** Who acts in the organization, and as what. */
export function MembersPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const { rows } = useData('listMembers', { params: { organizationId } });
  return (
    <Page title={t('members.title')} subtitle={t('members.subtitle')} help="organizations">
      <Card bare>
        <DataTable
          label={t('members.title')}
          list={listOf(rows)}
          rowKey={(member) => member.userId}
          empty={null}
          columns={[
            {
              header: t('members.name'),
              cell: ({ name, address, you }) => (
                <>
                  {name} {you && <StatusBadge tone="info">{t('members.you')}</StatusBadge>}
                  <CellNote>{address}</CellNote>
                </>
              ),
            },
            {
              header: t('members.role'),
              cell: ({ role, billingRight }) => (
                <>
                  {t(`role.${role}`)}
                  {billingRight && <CellNote>{t('members.billing')}</CellNote>}
                </>
              ),
            },
            {
              header: t('members.since'),
              cell: ({ joinedAt }) => <Day at={joinedAt} />,
              align: 'end',
            },
          ]}
        />
      </Card>
    </Page>
  );
}
