import { useTranslation } from 'react-i18next';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { addressOf } from '#web/api/client.ts';
import { useList, useOptionalData } from '#web/api/queries.ts';
import { ActivityFilter, useActivityQuery } from './activity-filter.view.tsx';
import { ActivityTable } from './activity-table.view.tsx';

/** What happened in one's account and what one did, the latest first (R95, R96). */
export function MyActivityPage() {
  const { t } = useTranslation('activity');
  const { query, ...filter } = useActivityQuery();
  const list = useList('listMyActivity', { query });
  const named = useOptionalData('listMyActivityProducts', {});
  return (
    <Page title={t('mine.title')} subtitle={t('mine.subtitle')} help="activity">
      <Card bare>
        <ActivityTable
          label={t('mine.title')}
          list={list}
          isFiltered={Object.keys(query).length > 0}
          isMine
          filters={
            <ActivityFilter
              {...filter}
              products={named?.products ?? []}
              csv={addressOf('exportMyActivity', { query })}
            />
          }
        />
      </Card>
    </Page>
  );
}
