import pg from 'pg';

/** Each connection that writes knows it from its beginning. */
const opening = 'start transaction read write';

/**
 * Makes a new connection know the opening, so that it needs no parsing later. One that does not is
 * given to nobody: what follows a failed opening on its heels would run outside a transaction.
 */
export async function prepareOpening(client: pg.ClientBase): Promise<void> {
  const known = client.query({ name: opening, text: opening });
  await Promise.all([known, client.query('rollback')]);
}

/** The parts of pg's protocol that its types leave out. */
type Wire = {
  bind(portal: { statement: string }): void;
  execute(portal: object): void;
};
type Parts = {
  text: string;
  name: string | undefined;
  prepare(wire: Wire): void;
  handleCommandComplete(done: { text: string }, wire: Wire): void;
};
const WireQuery = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[],
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => Parts;

/** A statement of a transaction. Without values, too, it is planned once. */
export class Statement extends WireQuery {
  constructor(...[text, values, callback]: ConstructorParameters<typeof WireQuery>) {
    super(text, values.map(spelled), callback);
  }

  /** pg asks: without values it would send the text alone. */
  requiresPreparation(): boolean {
    return true;
  }
}

/** Arrays as PostgreSQL reads them; pg writes each element anew, thrice, which long ones feel. */
function spelled(value: unknown): unknown {
  return Array.isArray(value) && value.every(isPlain)
    ? `{${value.map((item) => (item === null ? 'NULL' : quoted(String(item)))).join(',')}}`
    : value;
}

const isPlain = (item: unknown): boolean =>
  item === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof item);

const quoted = (text: string): string =>
  /["\\]/.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `"${text}"`;

/**
 * The first statement of a transaction, sent in one message with its opening. Should the opening
 * fail, the server skips to the end of the message: the statement is never run outside.
 */
export class OpeningStatement extends Statement {
  override prepare(wire: Wire): void {
    wire.bind({ statement: opening });
    wire.execute({});
    super.prepare(wire);
  }

  override handleCommandComplete(done: { text: string }, wire: Wire): void {
    if (done.text !== 'START TRANSACTION') super.handleCommandComplete(done, wire);
  }
}
