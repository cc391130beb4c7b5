import { useTranslation } from 'react-i18next';
import { Stack } from '#ui/page/arrange.tsx';
import { Page } from '#ui/page/page.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useList } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { SmsMailbox } from '../sms/sms-mailbox.view.tsx';
import { MessageList, useMessageQuery } from './message-list.view.tsx';

/** The development mailbox of a demo: every mail and every text, to anybody. */
export function MailboxPage() {
  const { t } = useTranslation('messages');
  const list = useList('staffMailbox', { query: useMessageQuery() });
  return (
    <Page title={t('mailbox.title')} subtitle={t('mailbox.subtitle')}>
      <Stack>
        <SmsMailbox />
        <MessageList
          label={t('mailbox.title')}
          list={list}
          empty={t('mailbox.empty')}
          linkTo={(messageId) => place('/staff/mailbox/$messageId', { messageId })}
          column={{
            header: t('list.status'),
            cell: ({ status }) => (
              <StatusBadge tone={status === 'failed' ? 'bad' : 'idle'}>
                {t(`status.${status}`)}
              </StatusBadge>
            ),
          }}
        />
      </Stack>
    </Page>
  );
}
