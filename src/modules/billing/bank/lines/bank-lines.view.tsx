import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Chips, FilterRow, SearchField } from '#ui/table/filter-row.tsx';
import { StatusBadge, type BadgeTone } from '#ui/text/status-badge.tsx';
import { useList } from '#web/api/queries.ts';
import type { bank } from '../../texts/bank.en.ts';

const places = ['', 'settled-invoice', 'settled-pro-forma', 'prepaid', 'suspense'] as const;

const tones: { readonly [place: string]: BadgeTone } = {
  'settled-invoice': 'ok',
  'settled-pro-forma': 'ok',
  prepaid: 'info',
  suspense: 'warn',
};

/** Money that moved on our accounts, and where each payment went. */
export function BankLines({ bankFileId }: { bankFileId: Id<'bfi'> }) {
  const { t } = useTranslation('billing');
  const [place, setPlace] = useState<(typeof places)[number]>('');
  const [text, setText] = useState('');
  const list = useList('listBankLines', {
    query: {
      bankFileId,
      ...(place === '' ? {} : { place }),
      ...(text === '' ? {} : { text }),
    },
  });
  return (
    <Card bare title={t('bank.lines')}>
      <DataTable
        label={t('bank.lines')}
        list={list}
        rowKey={(line) => line.bankLineId}
        filters={
          <FilterRow>
            <Chips
              label={t('bank.where')}
              value={place}
              of={places.map((value) => ({
                value,
                label: t(value === '' ? 'bank.everywhere' : `bank-place.${value}`),
              }))}
              onChange={setPlace}
            />
            <SearchField label={t('bank.search')} value={text} onChange={setText} />
          </FilterRow>
        }
        empty={<Empty icon="bank">{t('bank.no-lines')}</Empty>}
        columns={[
          {
            header: t('bank.payer'),
            cell: (line) => (
              <>
                {line.payer.name ?? t('bank.unnamed')}
                <CellNote>{line.reference ?? line.text}</CellNote>
              </>
            ),
          },
          { header: t('bank.booked'), cell: (line) => <Day at={line.bookedOn} /> },
          {
            header: t('bank.where'),
            cell: (line) => (
              <>
                <StatusBadge tone={tones[line.place] ?? 'idle'}>
                  {t(`bank-place.${line.place}`)}
                </StatusBadge>
                {line.because && <CellNote>{becauseText(line.because, t)}</CellNote>}
              </>
            ),
          },
          {
            header: t('invoices.amount'),
            cell: (line) => <Money {...line.amount} />,
            align: 'end',
          },
        ]}
      />
    </Card>
  );
}

type Words = ReturnType<typeof useTranslation<'billing'>>['t'];
type Reason = keyof (typeof bank)['bank-because'];

/** The reason of the matching rules in a few words. */
function becauseText(because: string, t: Words): string {
  return t(`bank-because.${because as Reason}`, { defaultValue: because });
}
