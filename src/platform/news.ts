// Upward news: a lower module declares what it announces or asks; app.ts connects who listens or
// answers.
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';

type Listener<Facts, Answer> = (tx: Tx, facts: Facts, now: Instant) => Promise<Answer>;

/** Something a module tells or asks modules above it, inside its own transaction. */
export type News<Facts, Answer = void> = {
  readonly name: string;
  announce(tx: Tx, facts: Facts, now: Instant): Promise<Answer>;
  /** app.ts only, once, before the first request. */
  connect(listener: Listener<Facts, Answer>): void;
};

/** Nobody connected is a bug: news must never be lost in silence. */
export function defineNews<Facts, Answer = void>(name: string): News<Facts, Answer> {
  let connected: Listener<Facts, Answer> | undefined;
  return {
    name,
    announce: (tx, facts, now) => {
      if (!connected) throw new Error(`nobody is connected to ${name}`);
      return connected(tx, facts, now);
    },
    connect: (listener) => {
      connected = listener;
    },
  };
}
