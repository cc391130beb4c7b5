import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { Note } from '#ui/feedback/note.tsx';
import { Progress } from '#ui/feedback/progress.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useData, useList, useOptionalData } from '#web/api/queries.ts';
import { codeText } from '#web/api/refusal-text.ts';
import { place } from '#web/routing/place.ts';
import { BankLines } from '../lines/bank-lines.view.tsx';
import { BankFileStatus } from './bank-file-status.view.tsx';

const shown = ['settled', 'prepaid', 'suspense', 'outgoing', 'known', 'refused'] as const;
const tones = { proven: 'ok', differs: 'bad', unprovable: 'idle' } as const;

/** One bank file: how far it is, what became of each line, whether its balances add up. */
export function BankFilePage(params: { bankFileId: Id<'bfi'> }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const first = useData('readBankFile', { params });
  const isWorking = first.file.state === 'received' || first.file.state === 'working';
  const fresh = useOptionalData(
    'readBankFile',
    { params },
    isWorking ? { everySeconds: 1 } : { enabled: false },
  );
  const { file, statements } = fresh ?? first;
  const problems = useList('listBankProblems', { params });

  return (
    <Page
      title={file.name}
      subtitle={<BankFileStatus {...file} />}
      back={{ label: t('bank.title'), to: place('/staff/bank') }}
      help="staff-bank"
    >
      {isWorking && (
        <Progress label={t('bank.working')} done={file.progress.done} total={file.progress.total} />
      )}
      {file.refusal && (
        <Note tone="bad" title={t('bank.refused')}>
          {codeText(file.refusal.code, file.refusal.facts)}
        </Note>
      )}
      <Columns
        aside={
          <Card title={t('bank.what-became')}>
            <KeyValues
              of={[
                ...shown.map(
                  (name) => [t(`bank.${name}`), format.number(file.counts[name])] as const,
                ),
                [t('bank.received-at'), <DateTime key="r" at={file.receivedAt} />],
                [t('bank.by'), file.receivedBy],
              ]}
            />
          </Card>
        }
      >
        {problems.rows.length > 0 && (
          <Card bare title={t('bank.problems-title')}>
            <DataTable
              label={t('bank.problems-title')}
              list={problems}
              rowKey={(problem) => String(problem.ordinal)}
              empty={null}
              columns={[
                {
                  header: t('bank.problem'),
                  cell: ({ kind, facts }) => (
                    <>
                      {t(`bank-problem.${kind}`)}
                      <CellNote>{Object.values(facts).join(' · ')}</CellNote>
                    </>
                  ),
                },
                { header: t('bank.entry'), cell: ({ entry }) => entry ?? '', align: 'end' },
              ]}
            />
          </Card>
        )}
        <Card bare title={t('bank.statements')}>
          <DataTable
            label={t('bank.statements')}
            list={listOf(statements)}
            rowKey={(statement) => String(statement.ordinal)}
            empty={<Empty icon="bank">{t('bank.no-statements')}</Empty>}
            columns={[
              {
                header: t('bank.account'),
                cell: ({ account, message, document }) => (
                  <>
                    <span className="figures">{account}</span>
                    <CellNote>{[message, document].filter(Boolean).join(' · ')}</CellNote>
                  </>
                ),
              },
              {
                header: t('bank.entries'),
                cell: ({ entries }) => format.number(entries),
                align: 'end',
              },
              {
                header: t('bank.closing'),
                cell: ({ closing }) => closing && <Money {...closing} />,
                align: 'end',
              },
              {
                header: t('bank.proof'),
                cell: ({ proof, ours }) => (
                  <StatusBadge tone={ours ? tones[proof] : 'bad'}>
                    {t(ours ? `bank.proofs.${proof}` : 'bank.not-ours')}
                  </StatusBadge>
                ),
              },
            ]}
          />
        </Card>
        <BankLines bankFileId={params.bankFileId} />
      </Columns>
    </Page>
  );
}
