import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { AddressForm } from './address-form.view.tsx';

type Address = AnswerOf<'listAddresses'>['addresses'][number];

/** Where bills go: several addresses, one of them the default; past documents keep theirs. */
export function AddressesPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('billing');
  const { addresses, own } = useData('listAddresses', { params: { organizationId } });
  const [edited, setEdited] = useState<Address | 'new'>();
  const makeDefault = useAct('updateAddress', { said: t('addresses.default-changed') });
  const rows = [
    ...addresses,
    { ...own, addressId: undefined, attention: undefined, isDefault: own.isDefault },
  ];

  return (
    <Page
      title={t('addresses.title')}
      subtitle={t('addresses.subtitle')}
      help="order"
      actions={
        <Button tone="primary" icon="add" onClick={() => setEdited('new')}>
          {t('addresses.add')}
        </Button>
      }
    >
      <Card bare>
        <DataTable
          label={t('addresses.title')}
          list={listOf(rows)}
          rowKey={(row) => row.addressId ?? 'own'}
          empty={null}
          columns={[
            {
              header: t('addresses.name'),
              cell: (row) => (
                <>
                  {row.name}
                  <CellNote>
                    {row.addressId === undefined ? t('addresses.own') : (row.attention ?? '')}
                  </CellNote>
                </>
              ),
            },
            {
              header: t('addresses.address'),
              cell: (row) =>
                [
                  [row.street, row.number].filter(Boolean).join(' '),
                  [row.postcode, row.town].filter(Boolean).join(' '),
                  row.country,
                ]
                  .filter(Boolean)
                  .join(', '),
            },
            {
              header: t('addresses.use'),
              cell: (row) => {
                if (!row.street) {
                  return <StatusBadge tone="warn">{t('addresses.incomplete')}</StatusBadge>;
                }
                return (
                  row.isDefault && <StatusBadge tone="info">{t('addresses.default')}</StatusBadge>
                );
              },
            },
          ]}
          actions={(row) => ({
            label: row.name,
            of:
              row.addressId === undefined
                ? []
                : [
                    {
                      label: t('addresses.edit'),
                      onSelect: () =>
                        setEdited(addresses.find((each) => each.addressId === row.addressId)),
                    },
                    {
                      label: t('addresses.make-default'),
                      because: row.isDefault ? t('addresses.is-default') : undefined,
                      onSelect: () =>
                        void makeDefault.act({
                          params: { organizationId, addressId: row.addressId },
                          body: { makeDefault: true },
                        }),
                    },
                  ],
          })}
        />
      </Card>
      <Dialog
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={t(edited === 'new' ? 'addresses.add' : 'addresses.edit')}
        wide
      >
        <AddressForm
          organizationId={organizationId}
          address={edited === 'new' ? undefined : edited}
          country={own.country}
          onDone={() => setEdited(undefined)}
        />
      </Dialog>
    </Page>
  );
}
