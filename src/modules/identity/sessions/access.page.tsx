import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Button, Buttons, IconButton } from '#ui/action/button.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { sessionChanged } from '#web/api/session.ts';
import { place } from '#web/routing/place.ts';
import { DisownDialog, EndAllDialog, EndOthersDialog } from './access-dialogs.view.tsx';
import { methodsIn } from '../gate/named-proofs.rules.ts';

type Session = AnswerOf<'listSessions'>['sessions'][number];
type Asked = 'others' | 'all' | Session | undefined;

/** The devices that are signed in with this account; each can be ended at once (R87, R88). */
export function AccessPage() {
  const { t } = useTranslation('identity');
  const { sessions } = useData('listSessions', {});
  const [asked, setAsked] = useState<Asked>();
  const end = useEnding();
  const close = () => setAsked(undefined);
  const others = sessions.length - 1;
  return (
    <Page
      title={t('access.title')}
      subtitle={t('access.subtitle')}
      help="account-access"
      actions={
        <Buttons>
          {others > 0 && (
            <Button onClick={() => setAsked('others')}>{t('access.end-others')}</Button>
          )}
          <Button onClick={() => setAsked('all')}>{t('access.end-all')}</Button>
        </Buttons>
      }
    >
      <Card bare>
        <Devices sessions={sessions} onEnd={(session) => void end(session)} onDoubt={setAsked} />
      </Card>
      <EndOthersDialog isOpen={asked === 'others'} onClose={close} others={others} />
      <EndAllDialog isOpen={asked === 'all'} onClose={close} />
      <DisownDialog session={typeof asked === 'object' ? asked : undefined} onClose={close} />
    </Page>
  );
}

/** Ends one device's session; one's own leads back to the door. */
function useEnding() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const end = useAct('endSession', { said: t('access.ended') });
  return async ({ sessionId, current }: Session) => {
    const isDone = await end.act({ params: { sessionId } });
    if (!isDone || !current) return;
    await navigate({ to: place('/sign-in') });
    await sessionChanged('user');
  };
}

function Devices({
  sessions,
  onEnd,
  onDoubt,
}: {
  sessions: readonly Session[];
  onEnd: (session: Session) => void;
  onDoubt: (session: Session) => void;
}) {
  const { t } = useTranslation('identity');
  return (
    <DataTable
      label={t('access.title')}
      list={listOf([...sessions])}
      rowKey={(session) => session.sessionId}
      empty={null}
      columns={[
        { header: t('access.device'), cell: (session) => <Device {...session} /> },
        {
          header: t('access.signed-in'),
          cell: ({ signedInAt, staysSignedIn, methods }) => (
            <>
              <DateTime at={signedInAt} />
              <CellNote>
                {methodsIn(methods)
                  .map((method) => t(`method.${method}`))
                  .join(' + ')}
                {staysSignedIn && ` · ${t('access.stays')}`}
              </CellNote>
            </>
          ),
        },
        { header: t('access.seen'), cell: ({ seenAt }) => <DateTime at={seenAt} /> },
        {
          header: t('access.end'),
          align: 'end',
          cell: (session) => (
            <IconButton
              icon="sign-out"
              label={`${t('access.end')}: ${t('access.on', session.device)}`}
              onClick={() => onEnd(session)}
            />
          ),
        },
      ]}
      actions={(session) => ({
        label: t('access.on', session.device),
        of: session.may.includes('disown')
          ? [
              {
                label: t('access.disown'),
                icon: 'warning',
                danger: true,
                onSelect: () => onDoubt(session),
              },
            ]
          : [],
      })}
    />
  );
}

function Device({ device, current, place: where, firstSeenAt }: Session) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const town = where && [where.town, where.country].filter((part) => part !== '').join(', ');
  const first = t('access.first-seen', { day: format.day(firstSeenAt) });
  return (
    <>
      {t('access.on', device)}{' '}
      {current && <StatusBadge tone="ok">{t('access.current')}</StatusBadge>}
      <CellNote>{town ? `${town} · ${first}` : first}</CellNote>
    </>
  );
}
