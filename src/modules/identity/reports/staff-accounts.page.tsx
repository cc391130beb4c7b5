import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow } from '#ui/table/filter-row.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { EverySession } from '../staff/everyone/every-session.view.tsx';
import { ResolveReport } from './resolve-report.view.tsx';

export type AccountReport = AnswerOf<'listReports'>['rows'][number];

/** Sign-ins that their owners said were not theirs; the oldest first. And the way out for all. */
export function StaffAccountsPage() {
  const { t } = useTranslation('identity');
  const [{ state }, change] = useFilters({ state: 'open' });
  const list = useList('listReports', {
    query: { state: state === 'resolved' ? 'resolved' : 'open' },
  });
  const [chosen, choose] = useState<AccountReport>();
  return (
    <Page title={t('reports.title')} subtitle={t('reports.subtitle')} help="staff-accounts">
      <Columns aside={<EverySession />}>
        <Card bare>
          <DataTable
            label={t('reports.title')}
            list={list}
            rowKey={(report) => report.reportId}
            filters={
              <FilterRow>
                <Chips
                  label={t('reports.state')}
                  value={state}
                  of={[
                    { value: 'open', label: t('reports.open') },
                    { value: 'resolved', label: t('reports.resolved') },
                  ]}
                  onChange={(next) => change({ state: next })}
                />
              </FilterRow>
            }
            empty={
              <Empty icon="done" help="staff-accounts">
                {t(state === 'resolved' ? 'reports.none-resolved' : 'reports.none')}
              </Empty>
            }
            columns={[
              {
                header: t('reports.person'),
                cell: ({ person }) => (
                  <>
                    {person.name}
                    <CellNote>{person.address}</CellNote>
                  </>
                ),
              },
              {
                header: t('reports.sign-in'),
                cell: ({ signIn }) => (
                  <>
                    {signIn.device}
                    <CellNote>
                      <DateTime at={signIn.at} />
                    </CellNote>
                  </>
                ),
              },
              {
                header: t('reports.reported'),
                cell: ({ reportedAt }) => <DateTime at={reportedAt} />,
              },
              {
                header: t('reports.done'),
                cell: (report) =>
                  report.resolved ? (
                    <>
                      {report.resolved.by}
                      <CellNote>{report.resolved.note}</CellNote>
                    </>
                  ) : (
                    <Button onClick={() => choose(report)}>{t('reports.look')}</Button>
                  ),
                align: 'end',
              },
            ]}
          />
        </Card>
      </Columns>
      <Dialog
        isOpen={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen?.person.name ?? ''}
        wide
      >
        {chosen && <ResolveReport report={chosen} onDone={() => choose(undefined)} />}
      </Dialog>
    </Page>
  );
}
