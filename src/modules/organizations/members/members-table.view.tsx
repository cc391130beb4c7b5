import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberRoles } from '#kernel/permission.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterChoice } from '#ui/table/filter-fields.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { useSelection } from '#ui/table/selection.ts';
import { Marked } from '#ui/text/initials.tsx';
import { Link } from '#ui/text/link.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { useMemberActions, useReminder, type Member, type Reader } from './member-actions.view.tsx';
import { RemoveMemberDialog } from './removal/remove-member.view.tsx';
import { ChangeRoleDialog } from './roles/change-role.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  /** Its name. */
  readonly organization: string;
  readonly reader: Reader;
};

const factors = ['on', 'off'] as const;

/** All members, found by name, role and second factor; what can be done with each stands in ⋮. */
export function MembersTable({ organizationId, organization, reader }: Props) {
  const { t } = useTranslation('organizations');
  const params = { organizationId };
  const { list, filters, isFiltered } = useMembers(organizationId);
  const [changing, setChanging] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  const actionsOf = useMemberActions({
    organizationId,
    reader,
    onChange: setChanging,
    onRemove: setRemoving,
  });
  const selection = useSelection<Member>(
    ({ userId }) => userId,
    ({ name }) => name,
  );
  const reminder = useReminder(organizationId);
  const remindChosen = (
    <Button
      isBusy={reminder.isBusy}
      onClick={() => void reminder.remind(selection.chosen).then(selection.clear)}
    >
      {t('members.remind-chosen')}
    </Button>
  );
  return (
    <Card bare>
      <DataTable
        label={t('members.title')}
        list={list}
        rowKey={({ userId }) => userId}
        filters={filters}
        selection={{ ...selection, actions: remindChosen }}
        actions={(member) => ({ label: member.name, of: actionsOf(member) })}
        empty={isFiltered && <Empty icon="search">{t('members.none-found')}</Empty>}
        columns={[
          { header: t('members.name'), cell: (member) => <Name member={member} /> },
          { header: t('members.role'), cell: (member) => <Role member={member} /> },
          {
            header: t('members.security'),
            cell: ({ secondFactor }) => (
              <StatusBadge tone={secondFactor ? 'ok' : 'warn'}>
                {t(secondFactor ? 'members.factor-on' : 'members.factor-off')}
              </StatusBadge>
            ),
          },
          {
            header: t('members.since'),
            cell: ({ joinedAt }) => <Day at={joinedAt} />,
            align: 'end',
          },
        ]}
      />
      <ChangeRoleDialog
        {...params}
        member={changing}
        mayName={reader.names}
        onClose={() => setChanging(undefined)}
      />
      <RemoveMemberDialog
        {...params}
        organization={organization}
        member={removing}
        onClose={() => setRemoving(undefined)}
      />
    </Card>
  );
}

function Name({ member: { userId, name, address, you } }: { member: Member }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  return (
    <Marked name={name} round>
      <Link to={at('/organization/members/$userId', { userId })}>{name}</Link>{' '}
      {you && <StatusBadge tone="info">{t('members.you')}</StatusBadge>}
      <CellNote>{address}</CellNote>
    </Marked>
  );
}

function Role({ member: { role, billingRight } }: { member: Member }) {
  const { t } = useTranslation('organizations');
  return (
    <>
      {t(`role.${role}`)}
      {billingRight && <CellNote>{t('members.billing')}</CellNote>}
    </>
  );
}

/** The list, and the filters that stand in the address. */
function useMembers(organizationId: OrganizationId) {
  const { t } = useTranslation('organizations');
  const [{ text, role, factor }, change] = useFilters({ text: '', role: '', factor: '' });
  const query = {
    text: text === '' ? undefined : text,
    role: memberRoles.find((one) => one === role),
    secondFactor: factors.find((one) => one === factor),
  };
  const list = useList('listMembers', { params: { organizationId }, query });
  const filters = (
    <FilterRow>
      <SearchField
        label={t('members.search')}
        value={text}
        onChange={(words) => change({ text: words })}
      />
      <FilterChoice
        label={t('members.all-roles')}
        value={role}
        of={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(value) => change({ role: value })}
      />
      <FilterChoice
        label={t('members.all-security')}
        value={factor}
        of={factors.map((value) => ({
          value,
          label: t(`members.only-${value}`),
        }))}
        onChange={(value) => change({ factor: value })}
      />
    </FilterRow>
  );
  return { list, filters, isFiltered: text + role + factor !== '' };
}
