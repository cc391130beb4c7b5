import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { MessageShown } from './message-shown.view.tsx';

/** One message that was sent to the reader. */
export function MyMessagePage(params: { messageId: Id<'msg'> }) {
  const { t } = useTranslation('messages');
  const message = useData('readMyMessage', { params });
  return (
    <Page
      title={message.subject}
      back={{ label: t('mine.title'), to: place('/account/messages') }}
      narrow
      help="activity"
    >
      <MessageShown {...message} />
    </Page>
  );
}
