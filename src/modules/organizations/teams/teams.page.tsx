import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { TintField } from '#ui/form/tint-field.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { Marked } from '#ui/text/initials.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { usePlaces } from '#web/routing/place.ts';
import { useColours } from '../branding/colours.view.tsx';

type TeamRow = AnswerOf<'listTeams'>['rows'][number];

/** The teams of the organization, or those that the reader leads. */
export function TeamsPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const params = { organizationId };
  const { may } = useData('readOrganization', { params });
  const { rows } = useData('listTeams', { params });
  const [isCreating, setCreating] = useState(false);
  const mayManage = may.includes('teams.manage');
  const create = (
    <Because reason={mayManage ? undefined : t('teams.not-yours')}>
      <Button tone="primary" icon="add" onClick={() => setCreating(true)}>
        {t('teams.create')}
      </Button>
    </Because>
  );
  return (
    <Page
      title={t('teams.title')}
      subtitle={t('teams.subtitle')}
      help="teams"
      actions={rows.length > 0 && create}
    >
      <Card bare>
        <DataTable
          label={t('teams.title')}
          list={listOf(rows)}
          rowKey={({ teamId }) => teamId}
          empty={
            <Empty icon="people" help="teams" action={create}>
              {t(mayManage ? 'teams.empty' : 'teams.empty-led')}
            </Empty>
          }
          columns={[
            {
              header: t('teams.name'),
              cell: ({ teamId, name, tint }) => (
                <Marked name={name} tint={tint}>
                  <Link to={at('/organization/teams/$teamId', { teamId })}>{name}</Link>
                </Marked>
              ),
            },
            { header: t('teams.leader'), cell: ({ leader }) => leader ?? t('teams.no-leader') },
            { header: t('teams.members'), cell: ({ members }) => members, align: 'end' },
            {
              header: t('teams.products'),
              cell: (team) => <Opens team={team} />,
              align: 'end',
            },
          ]}
        />
      </Card>
      <Dialog isOpen={isCreating} onClose={() => setCreating(false)} title={t('teams.create')}>
        <CreateTeam organizationId={organizationId} tint={rows.length % 6} />
      </Dialog>
    </Page>
  );
}

function Opens({ team: { allProducts, products: count } }: { team: TeamRow }) {
  const { t } = useTranslation('organizations');
  if (!allProducts) return count;
  const all = t(`teams.all-${allProducts}`);
  return count === 0 ? all : t('teams.all-and', { all, count });
}

function CreateTeam({ organizationId, tint }: { organizationId: OrganizationId; tint: number }) {
  const { t } = useTranslation('organizations');
  const colours = useColours();
  const navigate = useNavigate();
  const at = usePlaces();
  const form = useForm('createTeam', {
    initial: { name: '', tint },
    check: ({ name }) => ({ name: name.trim() === '' ? t('teams.needed') : undefined }),
    send: (body) => ({ params: { organizationId }, body }),
    said: t('teams.created'),
    onDone: ({ teamId }) => void navigate({ to: at('/organization/teams/$teamId', { teamId }) }),
  });
  return (
    <Form of={form} submit={t('teams.create')}>
      <TextField
        {...form.field('name')}
        label={t('teams.name')}
        hint={t('teams.name-hint')}
        maxLength={60}
        autoFocus
      />
      <TintField {...form.field('tint')} label={t('teams.colour')} names={colours} />
    </Form>
  );
}
