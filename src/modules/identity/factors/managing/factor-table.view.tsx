import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '#ui/format/day.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import type { Side } from '#web/api/door.ts';
import { LoseDialog } from './lose-dialog.view.tsx';
import { RemoveDialog } from './remove-dialog.view.tsx';
import { RenameDialog } from './rename-dialog.view.tsx';
import { routesOf } from './routes-of.view.tsx';

export type Factor = AnswerOf<'listFactors'>['factors'][number];

type Open = { readonly what: 'rename' | 'remove' | 'lose'; readonly factor: Factor };

/** The methods with their state; each can be renamed, lost and removed, or says why not (R54, R55). */
export function FactorTable({
  side,
  list,
  onLastRemoved,
}: {
  side: Side;
  list: AnswerOf<'listFactors'>;
  onLastRemoved: () => void;
}) {
  const { t } = useTranslation('identity');
  const { factors, emergency, isKnownDevice, isWeak } = list;
  const held = t(side === 'staff' ? 'staff-door.held' : 'two-factor.held');
  const [open, setOpen] = useState<Open>();
  const restore = useAct(routesOf[side].restore, { said: t('leaving.restored') });
  const close = (): void => setOpen(undefined);
  const active = factors.filter(({ state }) => state === 'active');
  const action = (what: Open['what'], factor: Factor) => () => setOpen({ what, factor });
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
                {factor.hasScreenLock && <CellNote>{t('screen-lock.asks')}</CellNote>}
              </>
            ),
          },
          { header: t('two-factor.column.added'), cell: ({ addedAt }) => <Day at={addedAt} /> },
          {
            header: t('two-factor.column.used'),
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t('two-factor.never') : <Day at={lastUsedAt} />,
          },
          { header: t('two-factor.column.state'), cell: (factor) => <State factor={factor} /> },
        ]}
        actions={(factor) => ({
          label: factor.label,
          of: [
            {
              label: t('two-factor.rename'),
              icon: 'pencil',
              because: isWeak ? t('leaving.needs-stronger') : undefined,
              onSelect: action('rename', factor),
            },
            factor.state === 'lost'
              ? {
                  label: t('leaving.found'),
                  icon: 'done',
                  onSelect: () => void restore.act({ params: { factorId: factor.factorId } }),
                }
              : {
                  label: t('leaving.lose'),
                  icon: 'warning',
                  because: factor.state === 'active' ? undefined : t('leaving.not-lost'),
                  onSelect: action('lose', factor),
                },
            {
              label: t('two-factor.remove'),
              icon: 'trash',
              danger: true,
              because: factor.held === null ? undefined : held,
              onSelect: action('remove', factor),
            },
          ],
        })}
      />
      {open?.what === 'rename' && <RenameDialog side={side} factor={open.factor} onClose={close} />}
      {open?.what === 'lose' && (
        <LoseDialog
          side={side}
          factor={open.factor}
          isOnlyOne={active.filter(({ counts }) => counts).length === 1 && open.factor.counts}
          codesLeft={emergency?.left ?? 0}
          onClose={close}
        />
      )}
      {open?.what === 'remove' && (
        <RemoveDialog
          side={side}
          factor={open.factor}
          isKnownDevice={isKnownDevice}
          onClose={close}
          onLastRemoved={onLastRemoved}
        />
      )}
    </Card>
  );
}

function State({ factor: { state, removalDueAt, counts } }: { factor: Factor }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  if (!counts) return <StatusBadge tone="warn">{t('staff-door.does-not-count')}</StatusBadge>;
  return (
    <>
      <StatusBadge tone={tones[state]}>
        {t(state === 'lost' ? 'leaving.lost' : `two-factor.${state}`)}
      </StatusBadge>
      {removalDueAt !== null && (
        <CellNote>{t('leaving.goes-on', { at: format.instant(removalDueAt) })}</CellNote>
      )}
    </>
  );
}

const tones = { active: 'ok', lost: 'warn', suspended: 'bad' } as const;

function kindOf({ type, isWhole }: Factor) {
  return type === 'passkey' && !isWhole ? 'security-key' : type;
}
