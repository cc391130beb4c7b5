import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { Statement } from './statement.ts';

type Query = (...args: unknown[]) => unknown;

/** More texts than the product has; what comes after them is planned each time it is asked. */
const mostNames = 2000;

/**
 * Gives each text with values a name, once per connection, so that PostgreSQL plans it once.
 * Halves the server's CPU per read. Keep texts stable: `= any($1)`, never a list of any length.
 * Nothing waits for the answer to what was asked before it, and what is asked in one turn of the
 * event loop leaves in one write: each write wakes the other side, which costs more than a read.
 * pg declares a dozen overloads of `query`; this one takes and gives what they do, hence the casts.
 */
export const PreparingClient = class extends (pg.Client as unknown as new () => {
  query: Query;
  connection: { stream: Duplex };
}) {
  readonly #names = new Map<string, string>();
  #isHeld = false;

  constructor(...config: []) {
    super(...config);
    const { query } = pg.Client.prototype as unknown as { query: Query };
    this.query = (text, values, callback) => {
      this.#holdWrites();
      if (text instanceof Statement) {
        text.name = this.#nameOf(text.text);
        return query.call(this, text);
      }
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
        return query.call(this, text, values, callback);
      }
      return query.call(this, { name: this.#nameOf(text), text, values }, callback);
    };
  }

  #nameOf(text: string): string | undefined {
    let name = this.#names.get(text);
    if (name === undefined && this.#names.size < mostNames) {
      name = createHash('sha1').update(text).digest('base64url');
      this.#names.set(text, name);
    }
    return name;
  }

  #holdWrites(): void {
    if (this.#isHeld) return;
    const { stream } = this.connection;
    this.#isHeld = true;
    stream.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }
} as unknown as typeof pg.Client;
