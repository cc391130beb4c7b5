// Runs one of test/programs as a process of its own and talks to it in lines.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Program = {
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  readonly said: readonly Said[];
  /** Waits until it says something with this key; gives what is under it. */
  hear(key: string): Promise<unknown>;
  tell(line: string): void;
  /** Tells it a line and waits for its answer, good or bad. */
  ask(line: string): Promise<Said>;
  /** Kills it and every process of its group (not the database server, which has its own). */
  kill(signal: NodeJS.Signals): Promise<void>;
  ended: Promise<void>;
};

export type Said = { readonly [key: string]: unknown };

/** `around` are commands to run it under (`unshare …`). */
export function runProgram(name: string, args: readonly string[], around: string[] = []): Program {
  const script = join(import.meta.dirname, 'programs', `${name}.ts`);
  const [command = '', ...rest] = [...around, process.execPath, script, ...args];
  const child = spawn(command, rest, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined); // it may be dead already
  const said: Said[] = [];
  const heard = new Set<Said>();
  const ended = once(child, 'close').then(() => undefined);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(JSON.parse(line) as Said));

  const hear = async (key: string): Promise<unknown> => {
    for (;;) {
      const found = said.find((words) => key in words && !heard.has(words));
      if (found) {
        heard.add(found);
        return found[key];
      }
      const failed = said.find((words) => 'failed' in words && !heard.has(words));
      if (failed) throw new Error(`${name} failed: ${JSON.stringify(failed)}`);
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      if (hasEnded)
        throw new Error(`${name} ended without ${key}: ${JSON.stringify(said.slice(-3))}`);
      await Promise.race([once(lines, 'line'), ended]);
    }
  };
  const answerAfter = async (from: number): Promise<Said> => {
    for (;;) {
      const found = said
        .slice(from)
        .find((words) => !('crash' in words || 'acknowledged' in words));
      if (found) return found;
      await Promise.race([once(lines, 'line'), ended]);
    }
  };
  const tell = (line: string) => void child.stdin.write(`${line}\n`);
  return {
    process: child,
    said,
    hear,
    ended,
    tell,
    ask: async (line) => {
      const answer = answerAfter(said.length);
      tell(line);
      heard.add(await answer);
      return answer;
    },
    kill: async (signal) => {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
      await ended;
    },
  };
}

/**
 * A small file system of its own, seen only by the program that is run under these commands. Its
 * ballast is a file to take away, so that there is room again.
 */
export function onDiskOf(
  size: string,
  folder: string,
  { ballastMegabytes }: { ballastMegabytes?: number } = {},
): string[] {
  const ballast =
    ballastMegabytes === undefined
      ? ''
      : `head -c ${ballastMegabytes}m /dev/zero > "${folder}/ballast" &&`;
  const script = `mount -t tmpfs -o size=${size} none "${folder}" && ${ballast} exec "$@"`;
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh'];
}
