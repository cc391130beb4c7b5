import { useTranslation } from 'react-i18next';
import { Page } from '#ui/page/page.tsx';
import { useList } from '#web/api/queries.ts';
import { place } from '#web/routing/place.ts';
import { MessageList, useMessageQuery } from './message-list.view.tsx';

/** Every message that was sent to the reader, as it was sent (B2). */
export function MyMessagesPage() {
  const { t } = useTranslation('messages');
  const list = useList('listMyMessages', { query: useMessageQuery() });
  return (
    <Page title={t('mine.title')} subtitle={t('mine.subtitle')} help="activity">
      <MessageList
        label={t('mine.title')}
        list={list}
        empty={t('mine.empty')}
        linkTo={(messageId) => place('/account/messages/$messageId', { messageId })}
        column={{ header: t('list.code'), cell: ({ code }) => <code>{code}</code> }}
      />
    </Page>
  );
}
