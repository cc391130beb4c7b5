import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useData } from '#web/api/queries.ts';

/** The texts to phones of a demo, beside its mails. */
export function SmsMailbox() {
  const { t } = useTranslation('messages');
  const { rows } = useData('staffSmsMailbox', {});
  return (
    <Card bare title={t('sms.title')}>
      <DataTable
        label={t('sms.title')}
        list={listOf(rows)}
        rowKey={({ smsId }) => smsId}
        empty={<Empty icon="mail">{t('sms.empty')}</Empty>}
        columns={[
          {
            header: t('sms.said'),
            cell: ({ to, body }) => (
              <>
                {body ?? t('sms.wiped')}
                <CellNote>{to}</CellNote>
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
            cell: ({ queuedAt }) => <DateTime at={queuedAt} />,
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}
