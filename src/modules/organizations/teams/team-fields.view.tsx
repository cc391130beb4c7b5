import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { TintField } from '#ui/form/tint-field.tsx';
import { useForm } from '#web/api/use-form.ts';
import { useColours } from '../branding/colours.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly teamId: Id<'tea'>;
  readonly team: { readonly name: string; readonly tint: number };
};

/** What a team is called, and its colour. */
export function TeamFields({ organizationId, teamId, team }: Props) {
  const { t } = useTranslation('organizations');
  const colours = useColours();
  const form = useForm('changeTeam', {
    initial: { name: team.name, tint: team.tint },
    check: ({ name }) => ({ name: name.trim() === '' ? t('teams.needed') : undefined }),
    send: (body) => ({ params: { organizationId, teamId }, body }),
    said: t('team.saved'),
  });
  return (
    <Form of={form} submit={t('team.save')}>
      <TextField {...form.field('name')} label={t('teams.name')} maxLength={60} />
      <TintField {...form.field('tint')} label={t('teams.colour')} names={colours} />
    </Form>
  );
}
