import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permission.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Day } from '#ui/format/day.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow } from '#ui/table/filter-row.tsx';
import { listOf } from '#ui/table/list.ts';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData, useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { hasRoom } from '../products/subscription.rules.ts';

type Ref = { readonly organizationId: OrganizationId; readonly subscriptionId: Id<'sub'> };
type Place = AnswerOf<'readPlaces'>['places'][number];

/** Who uses a suite; whoever manages the product lets members in and takes them out (R35). */
export function PeopleInSuite({ may, ...params }: Ref & { readonly may: readonly Permission[] }) {
  const { t } = useTranslation('subscriptions');
  const { isOpen, included, places } = useData('readPlaces', { params });
  const [leaving, setLeaving] = useState<Place>();
  const mine = may.includes('products.manage') ? undefined : t('people.not-yours');
  const over = isOpen ? undefined : t('people.over');
  const full = hasRoom(places.length, included ?? undefined) ? undefined : t('people.full');
  const give = <Give {...params} reason={over ?? mine ?? full} />;
  const count = places.length;
  return (
    <Card
      title={t('people.title')}
      more={
        included === null
          ? t('people.of-many', { count })
          : t('people.of', { taken: count, included })
      }
      bare
    >
      <DataTable
        label={t('people.title')}
        list={listOf(places)}
        rowKey={({ userId }) => userId}
        filters={count > 0 && <FilterRow>{give}</FilterRow>}
        empty={
          <Empty icon="people" help="leave-organization" action={give}>
            {t('people.empty')}
          </Empty>
        }
        columns={[
          {
            header: t('people.name'),
            cell: ({ name, address }) => (
              <>
                {name}
                <CellNote>{address}</CellNote>
              </>
            ),
          },
          {
            header: t('people.since'),
            cell: ({ givenAt, givenBy }) => (
              <>
                <Day at={givenAt} />
                <CellNote>{t('people.by', { name: givenBy })}</CellNote>
              </>
            ),
          },
        ]}
        actions={(place) => ({
          label: place.name,
          of: [{ label: t('people.take'), because: mine, onSelect: () => setLeaving(place) }],
        })}
      />
      <Take {...params} place={leaving} onDone={() => setLeaving(undefined)} />
    </Card>
  );
}

/** The button that lets somebody in, or why nobody can be let in now. */
function Give({ reason, ...params }: Ref & { readonly reason: string | undefined }) {
  const { t } = useTranslation('subscriptions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Because reason={reason}>
        <Button icon="add" onClick={() => setOpen(true)}>
          {t('people.give')}
        </Button>
      </Because>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('people.give')}>
        <GiveForm {...params} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function GiveForm({ onDone, ...params }: Ref & { readonly onDone: () => void }) {
  const { t } = useTranslation('subscriptions');
  const proposed = useOptionalData('proposePeople', { params });
  const form = useForm('givePlace', {
    initial: { address: '' },
    check: ({ address }) => ({
      address: address.trim() === '' ? t('people.address-needed') : undefined,
    }),
    send: ({ address }) => ({ params, body: { address: address.trim() } }),
    said: t('people.given'),
    onDone,
  });
  return (
    <Form of={form} submit={t('people.give')} onCancel={onDone}>
      <TextField
        {...form.field('address')}
        kind="email"
        label={t('people.address')}
        hint={t('people.address-hint')}
        suggestions={proposed?.rows.map(({ address }) => address) ?? []}
        autoFocus
      />
    </Form>
  );
}

function Take({
  place,
  onDone,
  ...params
}: Ref & { readonly place: Place | undefined; readonly onDone: () => void }) {
  const { t } = useTranslation('subscriptions');
  const take = useAct('withdrawPlace', { said: t('people.taken'), showsFailure: true, onDone });
  return (
    <ConfirmDialog
      isOpen={place !== undefined}
      onClose={onDone}
      title={t('people.take-of', { name: place?.name ?? '' })}
      lost={[t('people.lost-access')]}
      kept={[t('people.kept-member')]}
      confirm={t('people.take')}
      isBusy={take.isBusy}
      failure={take.failure}
      onConfirm={() => {
        if (place) void take.act({ params: { ...params, userId: place.userId } });
      }}
    />
  );
}
