import { useTranslation } from 'react-i18next';
import { Stack } from '#ui/page/arrange.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { Link } from '#ui/text/link.tsx';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { SmsMailbox } from '../sms/sms-mailbox.view.tsx';

/** The development mailbox of a demo: every mail and every text, to anybody. */
export function MailboxPage() {
  const { t } = useTranslation('messages');
  const [{ text }, change] = useFilters({ text: '' });
  const list = useList('staffMailbox', { query: text === '' ? {} : { text } });
  return (
    <Page title={t('mailbox.title')} subtitle={t('mailbox.subtitle')}>
      <Stack>
        <SmsMailbox />
        <Card bare>
          <DataTable
            label={t('mailbox.title')}
            list={list}
            rowKey={(row) => row.messageId}
            filters={
              <FilterRow>
                <SearchField
                  label={t('list.search')}
                  value={text}
                  onChange={(next) => change({ text: next })}
                />
              </FilterRow>
            }
            empty={<Empty icon="mail">{t('mailbox.empty')}</Empty>}
            columns={[
              {
                header: t('list.subject'),
                cell: ({ messageId, subject, address }) => (
                  <>
                    <Link to={place('/staff/mailbox/$messageId', { messageId })}>{subject}</Link>
                    <CellNote>{address}</CellNote>
                  </>
                ),
              },
              {
                header: t('list.status'),
                cell: ({ status }) => (
                  <StatusBadge tone={status === 'failed' ? 'bad' : 'idle'}>
                    {t(`status.${status}`)}
                  </StatusBadge>
                ),
              },
              {
                header: t('list.when'),
                cell: ({ sentAt, queuedAt }) => <DateTime at={sentAt ?? queuedAt} />,
                align: 'end',
              },
            ]}
          />
        </Card>
      </Stack>
    </Page>
  );
}
