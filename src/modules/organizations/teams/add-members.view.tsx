import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';

type Props = {
  readonly organizationId: OrganizationId;
  readonly teamId: Id<'tea'>;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

type Candidate = AnswerOf<'findTeamCandidates'>['rows'][number];

/** Finds members of the organization and puts them into the team, one after the other. */
export function AddMembersDialog({ isOpen, onClose, ...props }: Props) {
  const { t } = useTranslation('organizations');
  const title = t('team.add-title', { name: props.name });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} wide>
      <AddMembers {...props} />
    </Dialog>
  );
}

function AddMembers({ organizationId, teamId }: Omit<Props, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation('organizations');
  const [text, setText] = useState('');
  const params = { organizationId, teamId };
  const found = useOptionalData('findTeamCandidates', { params, query: { text } });
  const list = { ...listOf(found?.rows ?? []), isLoading: found === undefined };
  return (
    <Stack tight>
      <p className="small muted">{t('team.find-hint')}</p>
      <DataTable
        label={t('team.add-member')}
        list={list}
        rowKey={({ userId }) => userId}
        filters={
          <FilterRow>
            <SearchField label={t('team.find-member')} value={text} onChange={setText} />
          </FilterRow>
        }
        empty={<Empty icon="search">{t('team.none-found')}</Empty>}
        columns={[
          {
            header: t('teams.name'),
            cell: ({ name, address, role }) => (
              <>
                {name}
                <CellNote>
                  {address} · {t(`role.${role}`)}
                </CellNote>
              </>
            ),
          },
          {
            header: t('team.in-it'),
            cell: (person) => <AddOne {...params} person={person} />,
            align: 'end',
          },
        ]}
      />
    </Stack>
  );
}

type One = Pick<Props, 'organizationId' | 'teamId'> & { readonly person: Candidate };

function AddOne({ organizationId, teamId, person: { userId, name } }: One) {
  const { t } = useTranslation('organizations');
  const add = useAct('addToTeam', { said: t('team.added', { name }) });
  return (
    <Button
      isBusy={add.isBusy}
      onClick={() => void add.act({ params: { organizationId, teamId, userId } })}
    >
      {t('team.add')}
    </Button>
  );
}
