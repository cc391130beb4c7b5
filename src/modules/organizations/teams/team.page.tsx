import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Columns, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { AllProducts } from './all-products.view.tsx';
import { TeamFields } from './team-fields.view.tsx';
import { TeamMembers } from './team-members.view.tsx';
import { TeamProducts } from './team-products.view.tsx';

type Props = { readonly organizationId: OrganizationId; readonly teamId: Id<'tea'> };

/** One team: who is in it, what it opens, what it is called. */
export function TeamPage(params: Props) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const team = useData('readTeam', { params });
  const { may } = useData('readOrganization', {
    params: { organizationId: params.organizationId },
  });
  const reason = may.includes('teams.manage') ? undefined : t('team.not-yours');
  const leader = team.members.find(({ leads }) => leads);
  return (
    <Page
      title={team.name}
      subtitle={leader ? t('team.led-by', { name: leader.name }) : t('team.led-by-nobody')}
      back={{ label: t('teams.title'), to: at('/organization/teams') }}
      help="teams"
      actions={<DeleteTeam {...params} team={team} reason={reason} />}
    >
      <Columns
        aside={
          <>
            <AllProducts {...params} value={team.allProducts} reason={reason} />
            <Card title={t('team.change')}>
              <Because reason={reason} wide>
                <TeamFields key={`${team.name} ${team.tint}`} {...params} team={team} />
              </Because>
            </Card>
          </>
        }
      >
        <Stack>
          <TeamMembers {...params} team={team} reason={reason} />
          <TeamProducts {...params} name={team.name} reason={reason} />
        </Stack>
      </Columns>
    </Page>
  );
}

type Deletion = Props & {
  readonly team: AnswerOf<'readTeam'>;
  readonly reason: string | undefined;
};

function DeleteTeam({ organizationId, teamId, team, reason }: Deletion) {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const at = usePlaces();
  const [isAsked, setAsked] = useState(false);
  const { name, members, products, allProducts } = team;
  const remove = useAct('deleteTeam', {
    said: t('team.deleted', { name }),
    showsFailure: true,
    onDone: () => void navigate({ to: at('/organization/teams') }),
  });
  const lost = [
    ...(members.length > 0 ? [t('team.lost-members', { count: members.length })] : []),
    ...(products > 0 ? [t('team.lost-products', { count: products })] : []),
    ...(allProducts ? [t('team.lost-all')] : []),
  ];
  return (
    <Because reason={reason}>
      <Button onClick={() => setAsked(true)}>{t('team.delete')}</Button>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('team.delete-sure', { name })}
        lost={lost}
        kept={[t('team.kept-people'), t('team.kept-products')]}
        confirm={t('team.delete')}
        danger
        isBusy={remove.isBusy}
        failure={remove.failure}
        onConfirm={() => void remove.act({ params: { organizationId, teamId } })}
      />
    </Because>
  );
}
