import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId, UserId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import type { MenuAction } from '#ui/action/menu.tsx';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { Marked } from '#ui/text/initials.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { usePlaces } from '#web/routing/place.ts';
import { AddMembersDialog } from './add-members.view.tsx';

type Team = AnswerOf<'readTeam'>;
type Member = Team['members'][number];

type Props = {
  readonly organizationId: OrganizationId;
  readonly teamId: Id<'tea'>;
  readonly team: Team;
  /** Why the reader does not say who leads; choosing members they may always. */
  readonly reason: string | undefined;
};

/** Who is in a team, and who leads it. */
export function TeamMembers({ organizationId, teamId, team, reason }: Props) {
  const { t } = useTranslation('organizations');
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const actionsOf = useMemberActions({ organizationId, teamId, reason, onRemove: setLeaving });
  const { members, name } = team;
  const add = (
    <Button icon="add" onClick={() => setAdding(true)}>
      {t('team.add-member')}
    </Button>
  );
  return (
    <Card title={t('teams.members')} bare>
      <DataTable
        label={t('teams.members')}
        list={listOf(members)}
        rowKey={({ userId }) => userId}
        filters={members.length > 0 && <FilterRow>{add}</FilterRow>}
        empty={
          <Empty icon="people" action={add}>
            {t('team.no-members')}
          </Empty>
        }
        actions={(member) => ({ label: member.name, of: actionsOf(member) })}
        columns={[
          {
            header: t('teams.name'),
            cell: ({ name: person, address, leads }) => (
              <Marked name={person} round>
                {person} {leads && <StatusBadge tone="info">{t('team.leads')}</StatusBadge>}
                <CellNote>{address}</CellNote>
              </Marked>
            ),
          },
          { header: t('team.role'), cell: ({ role }) => t(`role.${role}`) },
          { header: t('team.since'), cell: ({ addedAt }) => <Day at={addedAt} />, align: 'end' },
        ]}
      />
      <AddMembersDialog
        organizationId={organizationId}
        teamId={teamId}
        name={name}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      />
      <RemoveMember
        organizationId={organizationId}
        teamId={teamId}
        team={name}
        member={leaving}
        onClose={() => setLeaving(undefined)}
      />
    </Card>
  );
}

type Actions = Pick<Props, 'organizationId' | 'teamId' | 'reason'> & {
  readonly onRemove: (member: Member) => void;
};

function useMemberActions({ organizationId, teamId, reason, onRemove }: Actions) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const lead = useAct('nameLeader');
  const params = { organizationId, teamId };
  const name = (userId: UserId | null) => void lead.act({ params, body: { userId } });
  return (member: Member): MenuAction[] => [
    {
      label: t('team.see-rights'),
      icon: 'security',
      to: at('/organization/members/$userId', { userId: member.userId }),
      because: reason,
    },
    member.leads
      ? { label: t('team.no-more-leader'), onSelect: () => name(null), because: reason }
      : { label: t('team.name-leader'), onSelect: () => name(member.userId), because: reason },
    { label: t('team.remove'), danger: true, onSelect: () => onRemove(member) },
  ];
}

type Removal = Pick<Props, 'organizationId' | 'teamId'> & {
  readonly team: string;
  readonly member: Member | undefined;
  readonly onClose: () => void;
};

function RemoveMember({ organizationId, teamId, team, member, onClose }: Removal) {
  const { t } = useTranslation('organizations');
  const name = member?.name ?? '';
  const remove = useAct('removeFromTeam', {
    said: t('team.removed', { name }),
    showsFailure: true,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen={member !== undefined}
      onClose={onClose}
      title={t('team.remove-sure', { name, team })}
      lost={[t('team.lost-own', { name })]}
      kept={[t('team.kept-products')]}
      confirm={t('team.remove')}
      isBusy={remove.isBusy}
      failure={remove.failure}
      onConfirm={() => {
        if (!member) return;
        void remove.act({ params: { organizationId, teamId, userId: member.userId } });
      }}
    />
  );
}
