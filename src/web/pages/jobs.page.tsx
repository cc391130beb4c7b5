import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { useAct } from '#web/api/acts.ts';
import { useList } from '#web/api/queries.ts';

/** Jobs that failed as often as they may, for an administrator to look at and to try again. */
export function JobsPage() {
  const { t } = useTranslation();
  const list = useList('listDeadJobs', {});
  const retry = useAct('retryDeadJob', { said: t('jobs.retried') });
  return (
    <Page title={t('jobs.title')} subtitle={t('jobs.subtitle')}>
      <Card bare>
        <DataTable
          label={t('jobs.title')}
          list={list}
          rowKey={(job) => job.jobId}
          empty={<Empty icon="done">{t('jobs.empty')}</Empty>}
          columns={[
            {
              header: t('jobs.job'),
              cell: ({ name, lastError }) => (
                <>
                  <code>{name}</code>
                  <CellNote>{lastError}</CellNote>
                </>
              ),
            },
            { header: t('jobs.tries'), cell: ({ tries }) => tries, align: 'end' },
            {
              header: t('jobs.died'),
              cell: ({ diedAt }) => <DateTime at={diedAt} />,
              align: 'end',
            },
          ]}
          actions={({ jobId, name }) => ({
            label: name,
            of: [
              {
                label: t('jobs.retry'),
                icon: 'renewal',
                onSelect: () => void retry.act({ params: { jobId } }),
              },
            ],
          })}
        />
      </Card>
    </Page>
  );
}
