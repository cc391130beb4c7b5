import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
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

type Props = {
  readonly organizationId: OrganizationId;
  readonly teamId: Id<'tea'>;
  readonly name: string;
  readonly reason: string | undefined;
};

type Row = AnswerOf<'listTeamProducts'>['rows'][number];

/** The products that a team was granted by name. */
export function TeamProducts({ organizationId, teamId, name, reason }: Props) {
  const { t } = useTranslation('organizations');
  const translated = useTranslated();
  const at = usePlaces();
  const params = { organizationId, teamId };
  const list = useList('listTeamProducts', { params, query: {} });
  const [isGranting, setGranting] = useState(false);
  const grant = useAct('grantTeamProducts', {
    said: t('grant.done'),
    onDone: () => setGranting(false),
  });
  const change = useAct('grantTeamProducts', { said: t('grant.changed') });
  const set = ({ subscriptionId }: Row, access: 'see' | 'manage' | 'none') =>
    void change.act({ params, body: { subscriptionIds: [subscriptionId], access } });
  const more = (
    <Because reason={reason}>
      <Button icon="add" onClick={() => setGranting(true)}>
        {t('grant.action')}
      </Button>
    </Because>
  );
  const other = { see: 'manage', manage: 'see' } as const;
  return (
    <Card title={t('teams.products')} bare>
      <DataTable
        label={t('teams.products')}
        list={list}
        rowKey={({ subscriptionId }) => subscriptionId}
        filters={list.rows.length > 0 && <FilterRow>{more}</FilterRow>}
        empty={
          <Empty icon="product" action={more}>
            {t('team.no-products')}
          </Empty>
        }
        actions={(row) => ({
          label: row.label || translated(row.productName),
          of: [
            {
              label: t(`grant.to-${other[row.access]}`),
              onSelect: () => set(row, other[row.access]),
              because: reason,
            },
            {
              label: t('grant.withdraw'),
              danger: true,
              onSelect: () => set(row, 'none'),
              because: reason,
            },
          ],
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
          { header: t('team.right'), cell: ({ access }) => t(`access.${access}`) },
          {
            header: t('team.granted'),
            cell: ({ grantedAt }) => <Day at={grantedAt} />,
            align: 'end',
          },
        ]}
      />
      <GrantProductsDialog
        organizationId={organizationId}
        name={name}
        isOpen={isGranting}
        isBusy={grant.isBusy}
        onClose={() => setGranting(false)}
        onGrant={(body) => void grant.act({ params, body })}
      />
    </Card>
  );
}
