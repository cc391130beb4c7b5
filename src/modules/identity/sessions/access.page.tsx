import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import { useData } from '#web/api/queries.ts';

/** The devices that are signed in with this account; each can be ended at once (R87, R88). */
export function AccessPage() {
  const { t } = useTranslation('identity');
  const { sessions } = useData('listSessions', {});
  const [asks, setAsks] = useState(false);
  const end = useAct('endSession', { said: t('access.ended') });
  const endOthers = useAct('endOtherSessions', {
    said: t('access.others-ended'),
    showsFailure: true,
    onDone: () => setAsks(false),
  });
  const others = sessions.length - 1;

  return (
    <Page
      title={t('access.title')}
      subtitle={t('access.subtitle')}
      help="sign-in"
      actions={
        others > 0 && <Button onClick={() => setAsks(true)}>{t('access.end-others')}</Button>
      }
    >
      <Card bare>
        <DataTable
          label={t('access.title')}
          list={listOf(sessions)}
          rowKey={(session) => session.sessionId}
          empty={null}
          columns={[
            {
              header: t('access.device'),
              cell: ({ device, current }) => (
                <>
                  {t('access.on', device)}{' '}
                  {current && <StatusBadge tone="ok">{t('access.current')}</StatusBadge>}
                </>
              ),
            },
            {
              header: t('access.signed-in'),
              cell: ({ signedInAt, staysSignedIn }) => (
                <>
                  <DateTime at={signedInAt} />
                  {staysSignedIn && <CellNote>{t('access.stays')}</CellNote>}
                </>
              ),
            },
            { header: t('access.seen'), cell: ({ seenAt }) => <DateTime at={seenAt} /> },
          ]}
          actions={({ sessionId, device, current }) => ({
            label: t('access.on', device),
            of: [
              {
                label: t('access.end'),
                icon: 'sign-out',
                danger: true,
                because: current ? t('access.end-current') : undefined,
                onSelect: () => void end.act({ params: { sessionId } }),
              },
            ],
          })}
        />
      </Card>
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('access.end-others')}
        lost={[t('access.lost', { count: others })]}
        kept={[t('access.kept')]}
        confirm={t('access.end-others')}
        onConfirm={() => void endOthers.act({})}
        isBusy={endOthers.isBusy}
        failure={endOthers.failure}
        danger
      />
    </Page>
  );
}
