import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { Link } from '#ui/text/link.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';

/** Every organization the reader can act in, created or joined (R31). */
export function MyOrganizationsPage() {
  const { t } = useTranslation('organizations');
  const { rows } = useData('listMyOrganizations', {});
  return (
    <Page title={t('mine.title')} subtitle={t('mine.subtitle')} help="organizations">
      <Card bare>
        <DataTable
          label={t('mine.title')}
          list={listOf(rows)}
          rowKey={(row) => row.organizationId}
          empty={null}
          columns={[
            {
              header: t('mine.name'),
              cell: ({ organizationId, name, customerNumber }) => (
                <>
                  <Link to={place('/o/$organizationId', { organizationId })}>{name}</Link>
                  <CellNote>{customerNumber}</CellNote>
                </>
              ),
            },
            { header: t('mine.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            { header: t('members.role'), cell: ({ role }) => t(`role.${role}`) },
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
