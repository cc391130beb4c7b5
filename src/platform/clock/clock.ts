import type { Instant } from '#kernel/calendar.ts';

/** Where time comes from. Only this file reads the machine; everything else is handed `now`. */
export type Clock = { now(): Instant };

export const machineClock: Clock = { now: () => new Date() };

/**
 * A clock that stands still until it is moved: stories, the demo's history, sandbox instances (B1).
 */
export class TestClock implements Clock {
  #at: Instant;
  constructor(at: Instant) {
    this.#at = at;
  }
  now(): Instant {
    return new Date(this.#at);
  }
  moveTo(at: Instant): void {
    this.#at = at;
  }
}
