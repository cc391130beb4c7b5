import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import { useData } from '#web/api/queries.ts';

type Props = {
  readonly organizationId: OrganizationId;
  /** Why the reader cannot change them. */
  readonly reason: string | undefined;
};

const tones = { waiting: 'info', expired: 'idle', lapsed: 'warn' } as const;

/** Who was invited and did not answer yet, with the ways to send it again or take it back. */
export function Invitations({ organizationId, reason }: Props) {
  const { t } = useTranslation('organizations');
  const { rows } = useData('listInvitations', { params: { organizationId } });
  const resend = useAct('resendInvitation', { said: t('invite.sent-again') });
  const cancel = useAct('cancelInvitation', { said: t('invite.cancelled') });
  if (rows.length === 0) return null;
  return (
    <Card title={t('invite.waiting')} bare>
      <DataTable
        label={t('invite.waiting')}
        list={listOf(rows)}
        rowKey={({ invitationId }) => invitationId}
        empty={null}
        actions={({ invitationId, address }) => ({
          label: address,
          of: [
            {
              label: t('invite.resend'),
              icon: 'mail',
              because: reason,
              onSelect: () => void resend.act({ params: { organizationId, invitationId } }),
            },
            {
              label: t('invite.cancel'),
              icon: 'cross',
              danger: true,
              because: reason,
              onSelect: () => void cancel.act({ params: { organizationId, invitationId } }),
            },
          ],
        })}
        columns={[
          {
            header: t('invite.address'),
            cell: ({ address, invitedBy }) => (
              <>
                {address}
                <CellNote>{t('invite.by', { name: invitedBy })}</CellNote>
              </>
            ),
          },
          {
            header: t('members.role'),
            cell: ({ role, billingRight }) => (
              <>
                {t(`role.${role}`)}
                {billingRight && <CellNote>{t('members.billing')}</CellNote>}
              </>
            ),
          },
          {
            header: t('invite.state'),
            cell: ({ state }) => (
              <StatusBadge tone={tones[state]}>{t(`invite.is-${state}`)}</StatusBadge>
            ),
          },
          {
            header: t('invite.until'),
            cell: ({ expiresAt }) => <Day at={expiresAt} />,
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}
