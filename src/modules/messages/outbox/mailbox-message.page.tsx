import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { MessageShown } from './message-shown.view.tsx';

/** One mail of the development mailbox. */
export function MailboxMessagePage(params: { messageId: Id<'msg'> }) {
  const { t } = useTranslation('messages');
  const message = useData('readStaffMailboxMessage', { params });
  return (
    <Page
      title={message.subject}
      back={{ label: t('mailbox.title'), to: place('/staff/mailbox') }}
      narrow
    >
      <MessageShown {...message} />
    </Page>
  );
}
