// The server process: found, started, reached and ended.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asOrdinaryUser, tiedToUs, underLock, type Binaries, type Command } from './binaries.ts';
import type { Place } from './place.ts';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The live server of a cluster, ours or one that outlived its starter. */
export function findPostmaster(place: Place): number | undefined {
  const pid = notedPid(place);
  return pid !== undefined && isPostmasterOf(pid, place) ? pid : undefined;
}

export function notedPid(place: Place): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}

/**
 * A process number may long belong to something else; a postmaster stands in its cluster's folder.
 */
function isPostmasterOf(pid: number, place: Place): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place.cluster;
  } catch {
    return false;
  }
}

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '512MB',
  io_method: 'sync',
  jit: 'off',
  log_min_messages: 'fatal',
};

/** For tests and tools: as fast as it gets, and gone with its process. */
const disposable = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * Starts the server. It is a session of its own, so that Ctrl-C reaches us and not it: requests in
 * flight end first. Its words go to a file, so that it does not choke when we are gone.
 */
export function startPostmaster(
  place: Place,
  binaries: Binaries,
  { fsync }: { readonly fsync: boolean },
): ChildProcess {
  const options = Object.entries({ ...settings, ...(fsync ? {} : disposable) });
  const flags = options.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { cluster, sockets } = place;
  const postgres: Command = [binaries.postgres, '-D', cluster, '-k', sockets, ...flags];
  const [program, ...args] = underLock(
    place.lock,
    asOrdinaryUser(fsync ? postgres : tiedToUs(postgres)),
  );
  const log = openSync(place.log, isLong(place.log) ? 'w' : 'a', 0o600);
  try {
    return spawn(program, args, { detached: true, env: {}, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

const longLog = 5_000_000;

function isLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longLog;
}

export async function lastWords(place: Place): Promise<string> {
  const text = await readFile(place.log, 'utf8').catch(() => '');
  return text.slice(-4000);
}

/** Asks the server to end (`SIGINT`: open transactions are rolled back) and waits until it has. */
export async function endPostmaster(
  place: Place,
  pid: number,
  signal: 'SIGINT' | 'SIGQUIT',
): Promise<void> {
  try {
    process.kill(pid, signal);
  } catch {
    return; // it was faster
  }
  const patience = AbortSignal.timeout(120_000);
  while (isPostmasterOf(pid, place)) {
    if (patience.aborted) throw new Error(`PostgreSQL (process ${pid}) does not end`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
