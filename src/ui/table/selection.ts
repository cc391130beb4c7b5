import { useState, type ReactNode } from 'react';

/** Which rows the reader marked, and what can be done with them. */
export type Selection<Row> = {
  readonly count: number;
  readonly chosen: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  readonly choose: (rows: readonly Row[]) => void;
  readonly clear: () => void;
  /** The name of a row, for its check box. */
  readonly nameOf: (row: Row) => string;
  /** Buttons for what is marked. */
  readonly actions: ReactNode;
};

/** Marks rows of a table; give the result to `DataTable` with the buttons for what is marked. */
export function useSelection<Row>(
  keyOf: (row: Row) => string,
  nameOf: (row: Row) => string,
): Omit<Selection<Row>, 'actions'> {
  const [marked, setMarked] = useState<ReadonlyMap<string, Row>>(new Map());
  return {
    count: marked.size,
    chosen: [...marked.values()],
    has: (row) => marked.has(keyOf(row)),
    toggle: (row) => {
      const next = new Map(marked);
      if (!next.delete(keyOf(row))) next.set(keyOf(row), row);
      setMarked(next);
    },
    choose: (rows) => setMarked(new Map(rows.map((row) => [keyOf(row), row]))),
    clear: () => setMarked(new Map()),
    nameOf,
  };
}
