import type { FastifyBaseLogger } from 'fastify';
import { stopwatch } from '#platform/clock/stopwatch.ts';
import { isUnreachable } from '#platform/database/database.ts';

/** A database that is away is told by every connection and worker at once: one line is enough. */
const quietSeconds = 10;

/** Logs what fails outside requests and jobs: pools, listeners, supervisors. */
export function toldInBackground(log: FastifyBaseLogger): (error: Error) => void {
  let sinceTold: (() => number) | undefined;
  return (err) => {
    if (!isUnreachable(err)) {
      log.error({ err }, 'in the background');
      return;
    }
    if (sinceTold && sinceTold() < quietSeconds) return;
    sinceTold = stopwatch();
    log.warn(`the database does not answer: ${err.message}`);
  };
}

type ErrorInLog = {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [detail: string]: unknown;
};

/** What the log keeps of an error: pg hangs its whole connection on some of them. */
export function errorInLog(error: Error): ErrorInLog {
  const { name: type, message, stack = '' } = error;
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause instanceof Error ? { cause: errorInLog(error.cause) } : {};
  return { type, message, ...code, stack, ...cause };
}
