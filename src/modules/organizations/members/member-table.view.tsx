import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Day } from '#ui/format/day.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterChoice } from '#ui/table/filter-fields.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { useSelection } from '#ui/table/selection.ts';
import { Link } from '#ui/text/link.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { usePlaces } from '#web/routing/place.ts';
import { MemberDialogs, type Asked } from './member-dialogs.view.tsx';
import { useMemberActions } from './member-actions.view.tsx';

export type Member = AnswerOf<'listMembers'>['rows'][number];
export type May = AnswerOf<'readOrganization'>['may'];

type Props = { readonly organizationId: OrganizationId; readonly may: May };

/** The members, with what can be done for each and for those that are marked. */
export function MemberTable({ organizationId, may }: Props) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const [{ text, role, secondFactor }, change] = useFilters(unfiltered);
  const query = {
    ...(text === '' ? {} : { text }),
    ...(isRole(role) ? { role } : {}),
    ...(isStanding(secondFactor) ? { secondFactor } : {}),
  };
  const list = useList('listMembers', { params: { organizationId }, query });
  const [asked, ask] = useState<Asked>();
  const remind = useReminder(organizationId);
  const actionsOf = useMemberActions({
    organizationId,
    may,
    ask,
    remind: (member) => remind.act([member]),
  });
  const selection = useSelection<Member>(
    ({ userId }) => userId,
    ({ name }) => name,
  );
  const isFiltered = text !== '' || role !== '' || secondFactor !== '';
  return (
    <>
      <DataTable
        label={t('members.title')}
        list={list}
        rowKey={({ userId }) => userId}
        selection={{
          ...selection,
          actions: (
            <Because reason={may.includes('members.manage') ? undefined : t('members.not-yours')}>
              <Button
                icon="security"
                isBusy={remind.isBusy}
                onClick={() => {
                  void remind.act(selection.chosen).then((isDone) => isDone && selection.clear());
                }}
              >
                {t('members.remind')}
              </Button>
            </Because>
          ),
        }}
        filters={
          <FilterRow>
            <SearchField
              label={t('members.search')}
              value={text}
              onChange={(value) => change({ text: value })}
            />
            <FilterChoice
              label={t('members.every-role')}
              value={role}
              of={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
              onChange={(value) => change({ role: value })}
            />
            <FilterChoice
              label={t('members.security')}
              value={secondFactor}
              of={standings.map((value) => ({
                value,
                label: t(`members.factor-${value}`),
              }))}
              onChange={(value) => change({ secondFactor: value })}
            />
          </FilterRow>
        }
        empty={
          <Empty icon="people" help="members">
            {isFiltered ? t('members.none-found') : t('members.nobody')}
          </Empty>
        }
        actions={(member) => ({ label: member.name, of: actionsOf(member) })}
        columns={[
          {
            header: t('members.name'),
            cell: ({ userId, name, address, you, locked }) => (
              <>
                <Link to={at('/organization/members/$userId', { userId })}>{name}</Link>{' '}
                {you && <StatusBadge tone="info">{t('members.you')}</StatusBadge>}{' '}
                {locked && <StatusBadge tone="bad">{t('members.locked')}</StatusBadge>}
                <CellNote>{address}</CellNote>
              </>
            ),
          },
          {
            header: t('members.role'),
            cell: ({ role: held, billingRight }) => (
              <>
                {t(`role.${held}`)}
                {billingRight && <CellNote>{t('members.billing')}</CellNote>}
              </>
            ),
          },
          {
            header: t('members.security'),
            cell: (member) => (
              <StatusBadge tone={member.secondFactor ? 'ok' : 'warn'}>
                {t(member.secondFactor ? 'members.factor-on' : 'members.factor-off')}
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
      <MemberDialogs
        organizationId={organizationId}
        may={may}
        asked={asked}
        onClose={() => ask(undefined)}
      />
    </>
  );
}

/** As the address says it: `?secondFactor=off` is a link of the security rules. */
const unfiltered = { text: '', role: '', secondFactor: '' };
const standings = ['on', 'off'] as const;
const isStanding = (text: string): text is (typeof standings)[number] =>
  standings.some((standing) => standing === text);
const isRole = (text: string): text is MemberRole => memberRoles.some((role) => role === text);

/** Says how many were written to: who has a factor, or was asked today, is not. */
function useReminder(organizationId: OrganizationId) {
  const { t } = useTranslation('organizations');
  const remind = useAct('remindMembers', {
    onDone: ({ reminded }) => say.done(t('members.reminded', { count: reminded.length })),
  });
  return {
    isBusy: remind.isBusy,
    act: (members: readonly Member[]) =>
      remind.act({
        params: { organizationId },
        body: { userIds: members.map(({ userId }) => userId) },
      }),
  };
}
