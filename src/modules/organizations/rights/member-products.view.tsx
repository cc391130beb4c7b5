import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import type { MenuAction } from '#ui/action/menu.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { GrantProductsDialog } from '../grants/grant-products.view.tsx';
import { rights } from '../members/rights.rules.ts';

type Row = AnswerOf<'listMemberProducts'>['rows'][number];

type Props = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly member: AnswerOf<'readMemberRights'>;
  readonly isOneself: boolean;
  readonly mayManage: boolean;
};

/** The products that reach a member by grants, each with all its sources. */
export function MemberProducts({ member, isOneself, mayManage, ...params }: Props) {
  const { t } = useTranslation('organizations');
  const translated = useTranslated();
  const at = usePlaces();
  const list = useList('listMemberProducts', { params, query: {} });
  const [isGranting, setGranting] = useState(false);
  const grant = useAct('grantMemberProducts', {
    said: t('grant.done'),
    onDone: () => setGranting(false),
  });
  const actionsOf = useGrantActions(params, mayManage ? undefined : t('person.not-yours'));
  const hasAll = rights[member.role].includes('products.manage');
  const role = t(`role.${member.role}`);
  const more = (
    <Because reason={mayManage ? undefined : t('person.not-yours')}>
      <Button icon="add" onClick={() => setGranting(true)}>
        {t('grant.action')}
      </Button>
    </Because>
  );
  const nothing = isOneself ? 'person.no-products-own' : 'person.no-products';
  return (
    <Card title={t('person.products')} bare>
      {hasAll && list.rows.length > 0 && (
        <Note>{t(isOneself ? 'person.has-all-own' : 'person.has-all', { role })}</Note>
      )}
      <DataTable
        label={t('person.products')}
        list={list}
        rowKey={({ subscriptionId }) => subscriptionId}
        filters={list.rows.length > 0 && <FilterRow>{more}</FilterRow>}
        empty={
          hasAll ? (
            <Empty icon="product">
              {t(isOneself ? 'person.has-all-own' : 'person.sees-all', { role })}
            </Empty>
          ) : (
            <Empty icon="product" action={more}>
              {t(nothing)}
            </Empty>
          )
        }
        actions={(row) => ({
          label: row.label || translated(row.productName),
          of: actionsOf(row),
        })}
        columns={[
          {
            header: t('person.product'),
            cell: ({ subscriptionId, label, productName }) => (
              <>
                <Link to={at('/products/$subscriptionId', { subscriptionId })}>
                  {label || translated(productName)}
                </Link>
                <CellNote>{label ? translated(productName) : ''}</CellNote>
              </>
            ),
          },
          {
            header: t('person.may'),
            cell: ({ access, blocked }) => (
              <>
                {t(`access.${access}`)}
                {blocked && <CellNote>{t('person.blocked', { reason: blocked })}</CellNote>}
              </>
            ),
          },
          { header: t('person.why'), cell: (row) => <Why sources={row.sources} /> },
        ]}
      />
      <GrantProductsDialog
        organizationId={params.organizationId}
        name={member.name}
        isOpen={isGranting}
        isBusy={grant.isBusy}
        onClose={() => setGranting(false)}
        onGrant={(body) => void grant.act({ params, body })}
      />
    </Card>
  );
}

/** A line for each source: granted by somebody, or via a team. */
function Why({ sources }: { sources: Row['sources'] }) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  return sources.map(({ team, access, grantedAt, by }) => (
    <div key={team?.teamId ?? ''}>
      {team
        ? t('person.via-team', { team: team.name })
        : t('person.direct', { by, day: format.day(grantedAt) })}
      <CellNote>{t(`access.${access}`)}</CellNote>
    </div>
  ));
}

const other = { see: 'manage', manage: 'see' } as const;

/** What can be changed about the member's own grant on a product; a team's is the team's. */
function useGrantActions(params: Pick<Props, 'organizationId' | 'userId'>, reason?: string) {
  const { t } = useTranslation('organizations');
  const change = useAct('grantMemberProducts', { said: t('grant.changed') });
  return ({ subscriptionId, sources }: Row): MenuAction[] => {
    const own = sources.find(({ team }) => team === null);
    const set = (access: 'see' | 'manage' | 'none') => () =>
      void change.act({ params, body: { subscriptionIds: [subscriptionId], access } });
    const wanted = other[own?.access ?? 'see'];
    return [
      { label: t(`grant.to-${wanted}`), onSelect: set(wanted), because: reason },
      {
        label: t('grant.withdraw'),
        danger: true,
        onSelect: set('none'),
        because: reason ?? (own ? undefined : t('person.via-team-only')),
      },
    ];
  };
}
