import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndSessionsDialog } from '#modules/identity/staff/end-sessions.view.tsx';
import { Card } from '#ui/page/card.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useStaffSession } from '#web/api/session.ts';

type Member = AnswerOf<'readOrganizationAsStaff'>['members'][number];

/** Who acts for a customer; an administrator of the provider signs them out (SE-10). */
export function Members({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation(['organizations', 'identity']);
  const { staff } = useStaffSession();
  const [leaving, setLeaving] = useState<Member>();
  const because =
    staff.role === 'administrator' ? undefined : t('identity:staff.only-administrators');
  return (
    <Card bare title={t('members.title')}>
      <DataTable
        label={t('members.title')}
        list={listOf([...members])}
        rowKey={(member) => member.userId}
        empty={null}
        columns={[
          {
            header: t('members.name'),
            cell: ({ name, address }) => (
              <>
                {name}
                <CellNote>{address}</CellNote>
              </>
            ),
          },
          { header: t('members.role'), cell: ({ role }) => t(`role.${role}`) },
        ]}
        actions={(member) => ({
          label: member.name,
          of: [
            {
              label: t('identity:staff.end-sessions'),
              icon: 'sign-out',
              danger: true,
              because,
              onSelect: () => setLeaving(member),
            },
          ],
        })}
      />
      <EndSessionsDialog person={leaving} onClose={() => setLeaving(undefined)} />
    </Card>
  );
}
