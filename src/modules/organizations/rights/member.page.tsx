import { useTranslation } from 'react-i18next';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { useFormat } from '#ui/format/use-format.ts';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { Marked } from '#ui/text/initials.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { usePlaces } from '#web/routing/place.ts';
import { ContactPreferences } from '../contact/contact.view.tsx';
import { MemberProducts } from './member-products.view.tsx';

type Props = { readonly organizationId: OrganizationId; readonly userId: UserId };
type Rights = AnswerOf<'readMemberRights'>;

/** One person in the organization: their role, what they may, and why. */
export function MemberPage(params: Props) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const at = usePlaces();
  const { organizationId } = params;
  const member = useData('readMemberRights', { params });
  const { may, name: organization } = useData('readOrganization', { params: { organizationId } });
  const { user } = useSession();
  const isOneself = user?.userId === member.userId;
  const role = t(`role.${member.role}`);
  const seesMembers = may.includes('members.see');
  return (
    <Page
      title={member.name}
      subtitle={
        <>
          {t('person.subtitle', { role, day: format.day(member.joinedAt) })}
          {isOneself ? ` · ${t('person.yours')}` : ` · ${member.address}`}
        </>
      }
      help="teams"
      back={
        seesMembers
          ? { label: t('members.title'), to: at('/organization/members') }
          : { label: organization, to: at('/organization') }
      }
    >
      <Columns
        aside={
          <>
            <Teams teams={member.teams} mayOpen={may.includes('teams.manage')} />
            <Card title={t('contact.title')}>
              <ContactPreferences {...params} />
            </Card>
          </>
        }
      >
        <Card title={t(isOneself ? 'person.rights-own' : 'person.rights')}>
          <RightsWithWhy member={member} />
        </Card>
        <MemberProducts
          {...params}
          member={member}
          isOneself={isOneself}
          mayManage={may.includes('members.manage')}
        />
      </Columns>
    </Page>
  );
}

/** Every right, each with all that gives it. */
function RightsWithWhy({ member }: { member: Rights }) {
  const { t } = useTranslation('organizations');
  const say = useSource(member);
  return (
    <Reasons
      of={member.rights.map(({ permission, sources }) => ({
        tone: 'ok',
        title: t(`permission.${permission}`),
        detail: `– ${sources.map(say).join('; ')}`,
      }))}
    />
  );
}

type Source = Rights['rights'][number]['sources'][number];

function useSource({ role }: Rights): (source: Source) => string {
  const { t } = useTranslation('organizations');
  return ({ kind, team }) => {
    const named = { team: team?.name ?? '' };
    switch (kind) {
      case 'role':
        return t('person.by-role', { role: t(`role.${role}`) });
      case 'team':
        return t('person.by-team', named);
      case 'leader':
        return t('person.by-leader', named);
      case 'billing-right':
      case 'grants':
        return t(`person.by-${kind}`);
    }
  };
}

function Teams({ teams, mayOpen }: { teams: Rights['teams']; mayOpen: boolean }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  return (
    <Card title={t('person.teams')}>
      {teams.length === 0 ? (
        <p className="muted">{t('person.no-teams')}</p>
      ) : (
        teams.map(({ teamId, name, tint, leads, allProducts, reaches }) => (
          <Marked key={teamId} name={name} tint={tint}>
            {mayOpen || leads ? (
              <Link to={at('/organization/teams/$teamId', { teamId })}>{name}</Link>
            ) : (
              name
            )}
            <span className="small muted">
              {[
                leads ? t('person.leads') : '',
                allProducts
                  ? t(reaches ? `person.gives-${allProducts}` : 'person.not-reached')
                  : '',
              ]
                .filter(Boolean)
                .map((words) => ` · ${words}`)}
            </span>
          </Marked>
        ))
      )}
    </Card>
  );
}
