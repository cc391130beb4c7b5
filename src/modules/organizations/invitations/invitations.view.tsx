import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MenuAction } from '#ui/action/menu.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import type { Reader } from '../members/member-actions.view.tsx';

type Invitation = AnswerOf<'listInvitations'>['rows'][number];
type Props = { readonly organizationId: OrganizationId; readonly reader: Reader };

const tones = { waiting: 'info', expired: 'warn', lapsed: 'warn' } as const;

/** Who was invited and did not answer yet; nothing where nobody was. */
export function Invitations({ organizationId, reader }: Props) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const { rows } = useData('listInvitations', { params: { organizationId } });
  const actionsOf = useInvitationActions({ organizationId, reader });
  if (rows.length === 0) return null;
  return (
    <Card bare title={t('invitations.title')}>
      <DataTable
        label={t('invitations.title')}
        list={listOf(rows)}
        rowKey={({ invitationId }) => invitationId}
        empty={null}
        actions={(row) => ({ label: row.address, of: actionsOf(row) })}
        columns={[
          {
            header: t('invitations.address'),
            cell: ({ address, note }) => (
              <>
                {address}
                {note !== null && <CellNote>{note}</CellNote>}
              </>
            ),
          },
          {
            header: t('invitations.role'),
            cell: ({ role, billingRight }) => (
              <>
                {t(`role.${role}`)}
                {billingRight && <CellNote>{t('members.billing')}</CellNote>}
              </>
            ),
          },
          {
            header: t('invitations.by'),
            cell: ({ invitedBy, sentAt }) => (
              <>
                {invitedBy}
                <CellNote>{t('invitations.resent-on', { day: format.day(sentAt) })}</CellNote>
              </>
            ),
          },
          {
            header: t('invitations.state'),
            cell: ({ state }) => (
              <>
                <StatusBadge tone={tones[state]}>{t(`invitations.states.${state}`)}</StatusBadge>
                {state === 'lapsed' && <CellNote>{t('invitations.lapsed-note')}</CellNote>}
              </>
            ),
          },
          {
            header: t('invitations.until'),
            cell: ({ expiresAt }) => <DateTime at={expiresAt} />,
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}

function useInvitationActions({ organizationId, reader: { manages, names } }: Props) {
  const { t } = useTranslation('organizations');
  const resend = useAct('resendInvitation', {
    onDone: ({ address }) => say.done(t('invitations.resent', { address })),
  });
  const cancel = useAct('cancelInvitation', { said: t('invitations.cancelled') });
  return ({ invitationId, role }: Invitation): MenuAction[] => {
    const params = { organizationId, invitationId };
    const always = manages ? undefined : t('invitations.only-managers');
    const isGuarded = role === 'legal_representative' && !names;
    const guarded = isGuarded ? t('invitations.representatives-only') : undefined;
    return [
      {
        label: t('invitations.resend'),
        icon: 'mail',
        onSelect: () => void resend.act({ params }),
        because: always ?? guarded,
      },
      {
        label: t('invitations.cancel'),
        icon: 'cross',
        danger: true,
        onSelect: () => void cancel.act({ params }),
        because: always,
      },
    ];
  };
}
