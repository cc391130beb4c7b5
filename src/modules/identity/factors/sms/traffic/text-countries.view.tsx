import { useTranslation } from 'react-i18next';
import { Money } from '#ui/format/money.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import type { AnswerOf } from '#web/api/client.ts';

type Country = AnswerOf<'readTextTraffic'>['countries'][number];

/** The countries that get texts: their price, what they cost today, and how many codes come back. */
export function TextCountries({ countries }: { countries: readonly Country[] }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  return (
    <Card bare title={t('texts.countries')}>
      <DataTable
        label={t('texts.countries')}
        list={listOf(countries)}
        rowKey={({ country }) => country}
        empty={<Empty icon="mail">{t('texts.no-countries')}</Empty>}
        columns={[
          {
            header: t('texts.country'),
            cell: ({ country, price }) => (
              <>
                {format.countries([country])}
                <CellNote>{t('texts.price', { price: format.money(price) })}</CellNote>
              </>
            ),
          },
          {
            header: t('texts.state'),
            cell: ({ isStopped }) => (
              <StatusBadge tone={isStopped ? 'bad' : 'ok'}>
                {t(isStopped ? 'texts.stopped' : 'texts.allowed')}
              </StatusBadge>
            ),
          },
          {
            header: t('texts.came-back'),
            cell: ({ sends, verified }) => <CameBack sends={sends} verified={verified} />,
            align: 'end',
          },
          {
            header: t('texts.today'),
            cell: ({ codes, notices }) => (
              <>
                <Money {...codes.spent} />
                <CellNote>
                  {t('texts.of', { most: format.money(codes.most) })}
                  {notices.texts > 0 &&
                    ` · ${t('texts.with-notices', { spent: format.money(notices.spent) })}`}
                </CellNote>
              </>
            ),
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}

/** How many codes had their time in the last hours, and which part of them came back. */
export function CameBack({ sends, verified }: { sends: number; verified: number }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  if (sends === 0) return '–';
  return (
    <>
      {format.percent(Math.floor((verified * 100) / sends) * 100)}
      <CellNote>{t('texts.counted', { sends, verified })}</CellNote>
    </>
  );
}
