// Reaching the server of a place: attach to a live one, or start it.
import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { lockTaken, underLock, type Binaries } from './binaries.ts';
import { superuser } from './cluster.ts';
import { addressOf, socketOf, type Place } from './place.ts';
import {
  endPostmaster,
  findPostmaster,
  isAlive,
  lastWords,
  notedPid,
  startPostmaster,
} from './postmaster.ts';
import { DatabaseTrouble, explained } from './trouble.ts';

/** What the connection that watches over the server calls itself: each Atrio process has one. */
export const watching = 'atrio watching';

/** How long a live server may take to answer: it may be replaying after a crash. */
const patienceMs = 300_000;
/** How long a live server may be without its socket: whoever cleans temporary folders took it. */
const socketMs = 5_000;
/** How long remains of a killed server may hold its lock before we give up. */
const remainsMs = 10_000;

/** A connection as superuser to the server of this place, which is started unless it lives. */
export async function reach(
  place: Place,
  binaries: Binaries,
  options: { readonly fsync: boolean },
): Promise<pg.Client> {
  const patience = AbortSignal.timeout(patienceMs);
  const remains = AbortSignal.timeout(remainsMs);
  const isLost = socketWatch(place);
  let child: ChildProcess | undefined;
  for (;;) {
    const client = await connected(place);
    if (client) return client;
    const live = findPostmaster(place);
    const isLive = live !== undefined;
    if (isLive && isLost(live)) {
      await endPostmaster(place, live, 'SIGINT'); // nobody can reach it any more
      continue;
    }
    const hasEnded = child !== undefined && isOver(child);
    if (hasEnded && !isLive) await refuseToGoOn(place, child?.exitCode ?? 0, remains);
    if (patience.aborted) throw doesNotAnswer(place);
    if (!isLive && (child === undefined || hasEnded)) {
      await removeStaleNote(place);
      child = startPostmaster(place, binaries, options);
      child.on('error', () => undefined); // seen as an end
    }
    await new Promise((resolve) => setTimeout(resolve, hasEnded ? 100 : 15));
  }
}

/** Ended, or never begun. */
function isOver({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** True of a server that has had no socket for as long as we have known it. */
function socketWatch(place: Place): (server: number) => boolean {
  let known: { server: number; patience: AbortSignal } | undefined;
  return (server) => {
    if (existsSync(socketOf(place))) known = undefined;
    else if (known?.server !== server) {
      known = { server, patience: AbortSignal.timeout(socketMs) };
    }
    return known?.patience.aborted === true;
  };
}

async function connected(place: Place): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: addressOf(place, superuser, 'postgres'),
    application_name: watching,
  });
  client.on('error', () => undefined); // its end is what counts
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}

/**
 * An ended start is tried again only while another server, or what is left of one, is in the way.
 */
async function refuseToGoOn(place: Place, exitCode: number, remains: AbortSignal): Promise<void> {
  const words = await lastWords(place);
  const isInTheWay =
    exitCode === lockTaken || /shared memory block|lock file/.test(words.slice(-600));
  if (!isInTheWay) throw explained(place.directory, words);
  if (remains.aborted) {
    throw new DatabaseTrouble(
      `${place.directory} is in use by a PostgreSQL server that cannot be reached from here, ` +
        'perhaps of another container. Stop that one, or give this Atrio a folder of its own.',
    );
  }
}

function doesNotAnswer(place: Place): DatabaseTrouble {
  const pid = findPostmaster(place) ?? 'unknown';
  return new DatabaseTrouble(
    `The PostgreSQL server of ${place.directory} (process ${pid}) lives but does not answer.`,
  );
}

/**
 * After a crash of the machine or in a new container, the noted process number may belong to
 * something else, and PostgreSQL would refuse to start. The note goes only when the lock is free
 * and
 * no process stands in the cluster's folder.
 */
async function removeStaleNote(place: Place): Promise<void> {
  if (process.platform !== 'linux') return;
  const pid = notedPid(place);
  if (pid === undefined || !isAlive(pid)) return;
  const [program, ...args] = underLock(place.lock, ['/bin/true']);
  if (spawnSync(program, args).status !== 0) return;
  if (someoneStandsIn(place.cluster)) return;
  await rm(join(place.cluster, 'postmaster.pid'), { force: true });
}

function someoneStandsIn(folder: string): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
