// A process ends well: what was opened last closes first, once, and in time.

type Closer = { readonly name: string; readonly close: () => Promise<unknown> };

export type Closing = {
  /** Adds what has been opened. */
  readonly add: (name: string, close: () => Promise<unknown>) => void;
  /** Closes everything; resolves to the names of what failed to. */
  readonly close: () => Promise<readonly string[]>;
};

export function closing(): Closing {
  const open: Closer[] = [];
  let closed: Promise<readonly string[]> | undefined;
  return {
    add: (name, close) => open.push({ name, close }),
    close: () => (closed ??= closeAll(open)),
  };
}

async function closeAll(open: readonly Closer[]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, close } of open.toReversed()) {
    await close().catch(() => failed.push(name));
  }
  return failed;
}

export type SignalOptions = {
  readonly close: () => Promise<readonly string[]>;
  readonly say: (line: string) => void;
};

/** npm, a shell and the launcher may all pass on the same Ctrl-C: only a later one is a second. */
const sameSignalMs = 1500;
const patienceMs = 45_000;

/** SIGTERM and SIGINT end the process in order; a second one, or a lost launcher, at once. */
export function endOnSignals({ close, say }: SignalOptions): void {
  let isEnding = false;
  let mayForce = false;
  const end = (): void => {
    if (isEnding) {
      if (mayForce) process.exit(130);
      return;
    }
    isEnding = true;
    setTimeout(() => (mayForce = true), sameSignalMs).unref();
    setTimeout(() => process.exit(1), patienceMs).unref();
    say('Stopping: finishing what is under way.');
    void endAfter({ close, say });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
}

async function endAfter({ close, say }: SignalOptions): Promise<never> {
  const failed = await close();
  if (failed.length > 0) say(`Not everything ended well: ${failed.join(', ')}.`);
  return process.exit(failed.length === 0 ? 0 : 1);
}
