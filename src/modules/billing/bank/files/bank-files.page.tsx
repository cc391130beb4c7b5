import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { Note } from '#ui/feedback/note.tsx';
import { Progress } from '#ui/feedback/progress.tsx';
import { FileDrop } from '#ui/form/file-drop.tsx';
import { DateTime, Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Columns, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { Link } from '#ui/text/link.tsx';
import { useData, useList } from '#web/api/queries.ts';
import { useUpload } from '#web/api/upload.ts';
import { place } from '#web/routing/place.ts';
import { BankFileStatus } from './bank-file-status.view.tsx';
import { SandboxStatement } from '../sandbox/sandbox-statement.view.tsx';

/** Statements come in here; below, what was received and what became of it. */
export function BankFilesPage() {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const list = useList('listBankFiles', {});
  return (
    <Page title={t('bank.title')} subtitle={t('bank.subtitle')} help="staff-bank">
      <Columns
        aside={
          <>
            <Accounts />
            <SandboxStatement />
          </>
        }
      >
        <Import />
        <Card bare title={t('bank.received')}>
          <DataTable
            label={t('bank.received')}
            list={list}
            rowKey={(file) => file.bankFileId}
            empty={
              <Empty icon="bank" help="staff-bank">
                {t('bank.empty')}
              </Empty>
            }
            columns={[
              {
                header: t('bank.file'),
                cell: ({ bankFileId, name, receivedAt, receivedBy }) => (
                  <>
                    <Link to={place('/staff/bank/$bankFileId', { bankFileId })}>{name}</Link>
                    <CellNote>
                      <DateTime at={receivedAt} /> · {receivedBy}
                    </CellNote>
                  </>
                ),
              },
              { header: t('bank.state'), cell: (file) => <BankFileStatus {...file} /> },
              {
                header: t('bank.settled'),
                cell: ({ counts }) => format.number(counts.settled),
                align: 'end',
              },
              {
                header: t('bank.prepaid'),
                cell: ({ counts }) => format.number(counts.prepaid),
                align: 'end',
              },
              {
                header: t('bank.suspense'),
                cell: ({ counts }) => format.number(counts.suspense),
                align: 'end',
              },
            ]}
          />
        </Card>
      </Columns>
    </Page>
  );
}

function Import() {
  const { t } = useTranslation('billing');
  const navigate = useNavigate();
  const upload = useUpload('importBankFile');
  const send = async (files: readonly File[]): Promise<void> => {
    let last: string | undefined;
    for (const file of files) {
      const answer = await upload.send({}, file);
      if (!answer) return;
      last = answer.file.bankFileId;
    }
    if (last && files.length === 1) {
      void navigate({ to: place('/staff/bank/$bankFileId', { bankFileId: last }) });
    }
  };
  return (
    <Card title={t('bank.import')}>
      <Stack tight>
        <FileDrop
          label={t('bank.drop')}
          choose={t('bank.choose')}
          accept=".xml,.zip,.053,.054"
          isBusy={upload.progress !== undefined}
          onFiles={(files) => void send(files)}
        >
          {upload.progress !== undefined && (
            <Progress
              label={t('bank.uploading')}
              done={Math.round(upload.progress * 100)}
              total={100}
            />
          )}
        </FileDrop>
        {upload.failure && <Note tone="bad">{upload.failure}</Note>}
      </Stack>
    </Card>
  );
}

function Accounts() {
  const { t } = useTranslation('billing');
  const accounts = useData('listBankAccounts', {});
  return (
    <Card title={t('bank.accounts')}>
      <Stack>
        {accounts.map((account) => (
          <div key={account.bankAccountId}>
            <div className="strong">{account.name}</div>
            <div className="small muted figures">{account.number}</div>
            {account.balances.map((balance) => (
              <div key={balance.currency}>
                <Money {...balance} />
              </div>
            ))}
            {account.lastStatementOn && (
              <div className="small muted">
                {t('bank.until')} <Day at={account.lastStatementOn} />
              </div>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
