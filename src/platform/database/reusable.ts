// A statement that is built once and run often. Building one costs as much as sending it: what
// every request asks, or one act asks ten times over, is worth it.
import type { CompiledQuery, QueryExecutorProvider, Transaction } from 'kysely';
import type { Tx } from './tx.ts';

/** A query of the builder, or one written in SQL. */
type Buildable<Row> = { compile(provider: QueryExecutorProvider): CompiledQuery<Row> };

type Values = { readonly [name: string]: unknown };

/** Stands in a statement for a value that each run gives. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Builds a statement at its first use, with blanks in place of values. `build` must hand each
 * value on as it is: what it computes from one would be computed from the blank, once.
 */
export function reusable<Tables, Given extends Values, Row>(
  open: (tx: Tx) => Transaction<Tables>,
  build: (tables: Transaction<Tables>, given: Given) => Buildable<Row>,
): (tx: Tx, given: Given) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (tx, given) => {
    const tables = open(tx);
    built ??= build(tables, blanks as Given).compile(tables);
    const parameters = built.parameters.map((value) =>
      value instanceof Blank ? given[value.name] : value,
    );
    const { rows } = await tables.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}

const blanks = new Proxy<Values>({}, { get: (_, name) => new Blank(String(name)) });
