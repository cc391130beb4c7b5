import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { useSelection } from '#ui/table/selection.ts';
import { useList } from '#web/api/queries.ts';
import { productRights, type ProductRight } from '../members/rights.rules.ts';

export type Wanted = {
  readonly subscriptionIds: Id<'sub'>[];
  readonly access: ProductRight;
};

type Props = {
  readonly organizationId: OrganizationId;
  /** Who gets them: a person, or a team. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onGrant: (wanted: Wanted) => void;
};

/** Chooses products and what may be done with them. */
export function GrantProductsDialog({ isOpen, ...props }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={props.onClose}
      title={t('grant.title', { name: props.name })}
      wide
    >
      <GrantProducts {...props} />
    </Dialog>
  );
}

function GrantProducts({ organizationId, isBusy, onGrant }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('organizations');
  const translated = useTranslated();
  const [access, setAccess] = useState<ProductRight>('see');
  const [text, setText] = useState('');
  const query = { limit: 50, ...(text === '' ? {} : { text }) };
  const list = useList('listProducts', { params: { organizationId }, query });
  const rows = list.rows.filter(({ state }) => state !== 'ended' && state !== 'moved');
  type Row = (typeof rows)[number];
  const nameOf = ({ label, productName }: Row): string => label || translated(productName);
  const selection = useSelection<Row>(({ subscriptionId }) => subscriptionId, nameOf);
  const { count, chosen } = selection;
  return (
    <Stack>
      <ChoiceField
        name="access"
        label={t('grant.right')}
        value={access}
        error={undefined}
        onChange={setAccess}
        of={productRights.map((value) => ({
          value,
          label: t(`team.all-${value}`),
          note: t(`grant.${value}-note`),
        }))}
      />
      <DataTable
        label={t('grant.products')}
        list={{ ...list, rows }}
        rowKey={({ subscriptionId }) => subscriptionId}
        selection={{ ...selection, actions: null }}
        filters={
          <FilterRow>
            <SearchField label={t('grant.find')} value={text} onChange={setText} />
          </FilterRow>
        }
        empty={
          <Empty icon={text === '' ? 'product' : 'search'}>
            {t(text === '' ? 'grant.nothing' : 'grant.none')}
          </Empty>
        }
        columns={[
          {
            header: t('person.product'),
            cell: (row) => (
              <>
                {nameOf(row)}
                <CellNote>
                  {translated(row.productName)} · {translated(row.offerName)}
                </CellNote>
              </>
            ),
          },
        ]}
      />
      <Because reason={count > 0 ? undefined : t('grant.choose')}>
        <Button
          tone="primary"
          isBusy={isBusy}
          onClick={() => {
            const subscriptionIds = chosen.map(({ subscriptionId }) => subscriptionId);
            onGrant({ subscriptionIds, access });
          }}
        >
          {count > 0 ? t('grant.submit', { count }) : t('grant.action')}
        </Button>
      </Because>
    </Stack>
  );
}
