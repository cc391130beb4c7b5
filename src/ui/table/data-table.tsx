import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu, type MenuAction } from '#ui/action/menu.tsx';
import { Button } from '#ui/action/button.tsx';
import { Failure } from '#ui/feedback/failure.tsx';
import type { List } from './list.ts';
import type { Selection } from './selection.ts';
import { ChooseAll, ChooseRow, Chosen } from './choose.tsx';
import './table.css';

export type Column<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  readonly align?: 'end';
};

type DataTableProps<Row> = {
  /** What is listed, for those who do not see it. */
  readonly label: string;
  readonly list: List<Row>;
  readonly rowKey: (row: Row) => string;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  /** The action menu ⋮ of a row, with the name of the row. */
  readonly actions?: (row: Row) => { readonly label: string; readonly of: readonly MenuAction[] };
  /** Chips, search and export above the rows: `<FilterRow>`. */
  readonly filters?: ReactNode;
  /** Shown when there is nothing at all: `<Empty>`. */
  readonly empty: ReactNode;
  readonly selection?: Selection<Row>;
};

/**
 * A list: paged by the server, readable as small sheets on a small screen. Put it into `<Card
 * bare>`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { list, filters, empty, selection } = props;
  const hasNothing = !list.isLoading && list.rows.length === 0;
  return (
    <div>
      {selection && selection.count > 0 ? <Chosen {...selection} /> : filters}
      {list.failure && hasNothing ? (
        <RowsFailed list={list} />
      ) : hasNothing ? (
        empty
      ) : (
        <div className="table-scroll">
          <Rows {...props} />
        </div>
      )}
      <Foot list={list} />
    </div>
  );
}

function Rows<Row>({ label, list, rowKey, columns, actions, selection }: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <table className="table" aria-label={label} aria-busy={list.isStale || undefined}>
      <thead>
        <tr>
          {selection && (
            <th className="table-mark">
              <ChooseAll rows={list.rows} selection={selection} />
            </th>
          )}
          {columns.map((column) => (
            <th key={column.header} scope="col" className={column.align && 'table-end'}>
              {column.header}
            </th>
          ))}
          {actions && (
            <th scope="col" className="table-actions">
              <span className="unseen">{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {list.isLoading ? (
          <RowSkeletons columns={columns.length + (actions ? 1 : 0) + (selection ? 1 : 0)} />
        ) : (
          list.rows.map((row) => (
            <tr key={rowKey(row)}>
              {selection && (
                <td className="table-mark">
                  <ChooseRow row={row} selection={selection} />
                </td>
              )}
              {columns.map((column, index) => (
                <Cell key={column.header} column={column} row={row} isFirst={index === 0} />
              ))}
              {actions && <RowActions {...actions(row)} />}
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
  if (isFirst) return <td className="table-first">{<div>{column.cell(row)}</div>}</td>;
  return (
    <td className={column.align && 'table-end'} data-name={column.header}>
      <div>{column.cell(row)}</div>
    </td>
  );
}

function RowActions({ label, of }: { label: string; of: readonly MenuAction[] }) {
  const { t } = useTranslation('ui');
  return (
    <td className="table-actions">
      {of.length > 0 && <ActionMenu label={t('actions-of', { what: label })} actions={of} />}
    </td>
  );
}

/** Small print under the main words of a cell. */
export function CellNote({ children }: { children: ReactNode }) {
  return <span className="table-note">{children}</span>;
}

function RowSkeletons({ columns }: { columns: number }) {
  return Array.from({ length: 5 }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_cell, column) => (
        <td key={column} aria-hidden="true">
          <span
            className="skeleton"
            style={{ width: `${48 + ((row * 7 + column * 13) % 40)}px` }}
          />
        </td>
      ))}
    </tr>
  ));
}

function RowsFailed<Row>({ list }: { list: List<Row> }) {
  const { t } = useTranslation('ui');
  return (
    <Failure title={t('rows-failed')} {...(list.retry && { onRetry: list.retry })}>
      {list.failure}
    </Failure>
  );
}

function Foot<Row>({ list }: { list: List<Row> }) {
  const { t } = useTranslation('ui');
  if (!list.hasMore) return null;
  return (
    <div className="table-foot">
      <Button isBusy={list.isLoadingMore} onClick={list.loadMore}>
        {t('show-more')}
      </Button>
      <span className="small muted">{t('shown', { count: list.rows.length })}</span>
    </div>
  );
}
