import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import type { Side } from '#web/api/door.ts';
import { RemoveDialog } from './remove-dialog.view.tsx';
import { RenameDialog } from './rename-dialog.view.tsx';

export type Factor = AnswerOf<'listFactors'>['factors'][number];

/** The methods with their state; each can be renamed and removed, or says why not (R54, R55). */
export function FactorTable({
  side,
  factors,
  onLastRemoved,
}: {
  side: Side;
  factors: readonly Factor[];
  onLastRemoved: () => void;
}) {
  const { t } = useTranslation('identity');
  const [open, setOpen] = useState<{ what: 'rename' | 'remove'; factor: Factor }>();
  const close = (): void => setOpen(undefined);
  const isLast = factors.filter(({ state }) => state === 'active').length === 1;
  return (
    <Card bare>
      <DataTable
        label={t('two-factor.methods')}
        list={listOf(factors)}
        rowKey={({ factorId }) => factorId}
        empty={<Empty icon="security">{t('two-factor.empty')}</Empty>}
        columns={[
          {
            header: t('two-factor.column.method'),
            cell: (factor) => (
              <>
                {factor.label}
                <CellNote>{t(`two-factor.kind.${kindOf(factor)}`)}</CellNote>
              </>
            ),
          },
          { header: t('two-factor.column.added'), cell: ({ addedAt }) => <Day at={addedAt} /> },
          {
            header: t('two-factor.column.used'),
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t('two-factor.never') : <Day at={lastUsedAt} />,
          },
          {
            header: t('two-factor.column.state'),
            cell: ({ state }) => (
              <StatusBadge tone={state === 'active' ? 'ok' : 'bad'}>
                {t(`two-factor.${state}`)}
              </StatusBadge>
            ),
          },
        ]}
        actions={(factor) => ({
          label: factor.label,
          of: [
            {
              label: t('two-factor.rename'),
              icon: 'pencil',
              onSelect: () => setOpen({ what: 'rename', factor }),
            },
            {
              label: t('two-factor.remove'),
              icon: 'trash',
              danger: true,
              because: factor.held === null ? undefined : t('two-factor.held'),
              onSelect: () => setOpen({ what: 'remove', factor }),
            },
          ],
        })}
      />
      {open?.what === 'rename' && <RenameDialog side={side} factor={open.factor} onClose={close} />}
      {open?.what === 'remove' && (
        <RemoveDialog
          side={side}
          factor={open.factor}
          isLast={isLast && open.factor.state === 'active'}
          onClose={close}
          onLastRemoved={onLastRemoved}
        />
      )}
    </Card>
  );
}

function kindOf({ type, isWhole }: Factor) {
  return type === 'passkey' && !isWhole ? 'security-key' : type;
}
