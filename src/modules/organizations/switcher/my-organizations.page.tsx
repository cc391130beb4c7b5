import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { WaitingList } from '#ui/page/waiting.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { Link } from '#ui/text/link.tsx';
import { matches } from '#ui/text/matches.rules.ts';
import { useData } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { useMyOrganizations, type MyOrganization } from '#web/shell/my-organizations.ts';
import { InvitationWaits } from '../invitations/answering/waiting-invitations.view.tsx';
import { Leave } from '../leaving/leave.view.tsx';

const origins = ['', 'created', 'joined'] as const;

/** Every organization the reader can act in, created or joined (R31). */
export function MyOrganizationsPage() {
  const { t } = useTranslation('organizations');
  const { rows } = useMyOrganizations();
  const [{ origin, text }, change] = useFilters({ origin: '', text: '' });
  const found = rows.filter(
    (row) =>
      (origin === '' || row.origin === origin) &&
      matches(`${row.name} ${row.customerNumber}`, text),
  );
  const create = (
    <ButtonLink tone="primary" icon="add" to={place('/account/organizations/new')}>
      {t('mine.create')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('mine.title')}
      subtitle={t('mine.subtitle')}
      help="organizations"
      actions={create}
    >
      <MyInvitations />
      <Card bare>
        <DataTable
          label={t('mine.title')}
          list={listOf(found)}
          rowKey={(row) => row.organizationId}
          filters={
            <FilterRow>
              <Chips
                label={t('mine.origin')}
                value={origin}
                of={origins.map((value) => ({
                  value: value as string,
                  label: t(`mine.origins.${value === '' ? 'all' : value}`),
                }))}
                onChange={(value) => change({ origin: value })}
              />
              <SearchField
                label={t('mine.search')}
                value={text}
                onChange={(value) => change({ text: value })}
              />
            </FilterRow>
          }
          empty={
            rows.length === 0 ? (
              <Empty icon="organization" help="organizations" action={create}>
                {t('mine.empty')}
              </Empty>
            ) : (
              <Empty icon="search">{t('mine.none-found')}</Empty>
            )
          }
          columns={[
            {
              header: t('mine.name'),
              cell: (row) => (
                <Leave row={row}>
                  <NameOf row={row} />
                </Leave>
              ),
            },
            { header: t('mine.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            { header: t('members.role'), cell: ({ role }) => t(`role.${role}`) },
            { header: t('mine.origin'), cell: (row) => t(`mine.came.${row.origin}`) },
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

/** Where one may join; nothing where nobody invites. */
function MyInvitations() {
  const { rows } = useData('listMyInvitations', {});
  if (rows.length === 0) return null;
  return (
    <Card bare>
      <WaitingList>
        {rows.map((invitation) => (
          <InvitationWaits key={invitation.invitationId} invitation={invitation} />
        ))}
      </WaitingList>
    </Card>
  );
}

function NameOf({ row }: { row: MyOrganization }) {
  const { t } = useTranslation('organizations');
  const { organizationId, name, customerNumber, isPersonalSuite } = row;
  return (
    <div>
      <Link to={place('/o/$organizationId', { organizationId })}>{name}</Link>
      <CellNote>
        {isPersonalSuite ? t('mine.personal-suite', { customerNumber }) : customerNumber}
      </CellNote>
    </div>
  );
}
