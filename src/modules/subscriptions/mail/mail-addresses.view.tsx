import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permission.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { useAct } from '#web/api/acts.ts';
import { useData } from '#web/api/queries.ts';
import { hasRoom } from '../products/subscription.rules.ts';
import { ChangeMail } from './change-mail.view.tsx';

type Ref = { readonly organizationId: OrganizationId; readonly subscriptionId: Id<'sub'> };

/** The addresses of a mail service; whoever manages the product adds and removes them (R36). */
export function MailAddresses({ may, ...params }: Ref & { readonly may: readonly Permission[] }) {
  const { t } = useTranslation('subscriptions');
  const { isOpen, domain, included, addresses } = useData('readMail', { params });
  const [going, setGoing] = useState<string>();
  const mine = may.includes('products.manage') ? undefined : t('mail.not-yours');
  const over = isOpen ? undefined : t('mail.over');
  const full = hasRoom(addresses.length, included ?? undefined) ? undefined : t('mail.full');
  const change = (
    <ChangeMail
      {...params}
      domain={domain}
      hasAddresses={addresses.length > 0}
      reason={over ?? mine}
      full={full}
    />
  );
  const count = addresses.length;
  return (
    <Card
      title={t('mail.title')}
      more={
        included === null ? t('mail.of-many', { count }) : t('mail.of', { taken: count, included })
      }
      bare
    >
      <DataTable
        label={t('mail.title')}
        list={listOf(addresses)}
        rowKey={({ address }) => address}
        filters={count > 0 && <FilterRow>{change}</FilterRow>}
        empty={
          <Empty icon="at" help="leave-organization" action={change}>
            {t(domain === null ? 'mail.empty-domain' : 'mail.empty')}
          </Empty>
        }
        columns={[
          { header: t('mail.address'), cell: ({ address }) => address },
          {
            header: t('mail.since'),
            cell: ({ addedAt, addedBy }) => (
              <>
                <Day at={addedAt} />
                <CellNote>{t('mail.by', { name: addedBy })}</CellNote>
              </>
            ),
          },
        ]}
        actions={({ address }) => ({
          label: address,
          of: [{ label: t('mail.remove'), because: mine, onSelect: () => setGoing(address) }],
        })}
      />
      <Remove {...params} address={going} onDone={() => setGoing(undefined)} />
    </Card>
  );
}

function Remove({
  address,
  onDone,
  ...params
}: Ref & { readonly address: string | undefined; readonly onDone: () => void }) {
  const { t } = useTranslation('subscriptions');
  const remove = useAct('removeMailAddress', {
    said: t('mail.removed'),
    showsFailure: true,
    onDone,
  });
  return (
    <ConfirmDialog
      isOpen={address !== undefined}
      onClose={onDone}
      title={t('mail.remove-of', { address: address ?? '' })}
      lost={[t('mail.lost-mail'), t('mail.lost-sign-in')]}
      kept={[t('mail.kept-others')]}
      confirm={t('mail.remove')}
      danger
      isBusy={remove.isBusy}
      failure={remove.failure}
      onConfirm={() => {
        if (address !== undefined) void remove.act({ params: { ...params, address } });
      }}
    />
  );
}
