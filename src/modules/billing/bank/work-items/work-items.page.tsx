import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow } from '#ui/table/filter-row.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useList } from '#web/api/queries.ts';
import { useFilters } from '#web/routing/filters.ts';
import { ResolveWorkItem } from './resolve-work-item.view.tsx';

export type WorkItem = AnswerOf<'listWorkItems'>['rows'][number];

/** What a person has to decide about bank money; the oldest first. */
export function WorkItemsPage() {
  const { t } = useTranslation('billing');
  const [{ state }, change] = useFilters({ state: 'open' });
  const list = useList('listWorkItems', {
    query: { state: state === 'resolved' ? 'resolved' : 'open' },
  });
  const [chosen, choose] = useState<WorkItem>();
  return (
    <Page title={t('work.title')} subtitle={t('work.subtitle')} help="staff-bank">
      <Card bare>
        <DataTable
          label={t('work.title')}
          list={list}
          rowKey={(item) => item.workItemId}
          filters={
            <FilterRow>
              <Chips
                label={t('bank.state')}
                value={state}
                of={[
                  { value: 'open', label: t('work.open') },
                  { value: 'resolved', label: t('work.resolved') },
                ]}
                onChange={(next) => change({ state: next })}
              />
            </FilterRow>
          }
          empty={
            <Empty icon="done" help="staff-bank">
              {t('work.empty')}
            </Empty>
          }
          columns={[
            {
              header: t('work.what'),
              cell: ({ kind, line, facts }) => (
                <>
                  {t(`work-kind.${kind}`)}
                  <CellNote>
                    {line
                      ? [line.payer.name, line.reference ?? line.text].filter(Boolean).join(' · ')
                      : Object.values(facts).join(' · ')}
                  </CellNote>
                </>
              ),
            },
            { header: t('work.since'), cell: ({ openedAt }) => <DateTime at={openedAt} /> },
            {
              header: t('invoices.amount'),
              cell: ({ amount }) => amount && <Money {...amount} />,
              align: 'end',
            },
            {
              header: t('work.decision'),
              cell: (item) =>
                item.resolved ? (
                  <>
                    {item.resolved.by}
                    <CellNote>{item.resolved.reason ?? item.resolved.outcome}</CellNote>
                  </>
                ) : (
                  <Button onClick={() => choose(item)}>{t('work.decide')}</Button>
                ),
              align: 'end',
            },
          ]}
        />
      </Card>
      <Dialog
        isOpen={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen ? t(`work-kind.${chosen.kind}`) : ''}
        wide
      >
        {chosen && <ResolveWorkItem item={chosen} onDone={() => choose(undefined)} />}
      </Dialog>
    </Page>
  );
}
