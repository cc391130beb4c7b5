import { useTranslation } from 'react-i18next';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useList } from '#web/api/queries.ts';
import { useActivityFilter } from './activity-filter.view.tsx';
import { ActivityTable } from './activity-table.view.tsx';

/** What happened in one's account and what one did, the latest first (R95, R96). */
export function MyActivityPage() {
  const { t } = useTranslation('activity');
  const { query, row } = useActivityFilter();
  const list = useList('listMyActivity', { query });
  return (
    <Page title={t('mine.title')} subtitle={t('mine.subtitle')} help="activity">
      <Card bare>
        <ActivityTable label={t('mine.title')} list={list} filters={row} showsDevice />
      </Card>
    </Page>
  );
}
