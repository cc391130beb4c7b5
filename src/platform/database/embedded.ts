// The embedded database: PostgreSQL from npm packages, supervised by Atrio. Nothing to install.
//
// Several Atrio processes may use one folder (a command beside the running server): the second
// attaches to the live server. Each holds one watching connection, and PostgreSQL itself knows who
// still watches: whoever stops last ends the server, and whoever sees it gone starts it again.
// PostgreSQL's own lock, and ours (binaries.ts), let only one server run on a cluster.
import type pg from 'pg';
import { findBinaries, type Binaries } from './embedded/binaries.ts';
import { ensureCluster, superuser } from './embedded/cluster.ts';
import { addressOf, openPlace, type Place } from './embedded/place.ts';
import { endPostmaster, findPostmaster } from './embedded/postmaster.ts';
import { reach, watching } from './embedded/reach.ts';

export { DatabaseTrouble } from './embedded/trouble.ts';

export type EmbeddedOptions = {
  /** Private to the database: the cluster, its log, its socket. */
  readonly directory: string;
  /** `false` for tests and tools only: fast, not durable, and gone with this process. */
  readonly fsync?: boolean;
  /** Told when the server was gone, and each time it could not be started again. */
  readonly onCrash?: (error: Error) => void;
};

export type Embedded = {
  /** As the owner of the tables: migrations, backup, restore. */
  readonly url: string;
  /** As the application, with the rights that migrations gave it. */
  readonly appUrl: string;
  /** As superuser, for tests that clone databases. */
  readonly superuserUrl: string;
  /** Ends the server, unless another Atrio process still uses it. */
  readonly stop: () => Promise<void>;
};

export const ownerRole = 'atrio_owner';
export const applicationRole = 'atrio_app';
const name = 'atrio';

/** Starts, or attaches to, the database in a folder. Resolves when it accepts work. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const fsync = options.fsync ?? true;
  const binaries = await findBinaries();
  const place = await openPlace(options.directory);
  await ensureCluster(place, binaries, { fsync });
  const watch = await watchOver(place, binaries, { fsync, onCrash: options.onCrash });
  return {
    url: addressOf(place, ownerRole, name),
    appUrl: addressOf(place, applicationRole, name),
    superuserUrl: addressOf(place, superuser, 'postgres'),
    stop: watch.stop,
  };
}

type WatchOptions = { fsync: boolean; onCrash: EmbeddedOptions['onCrash'] };

async function watchOver(place: Place, binaries: Binaries, { fsync, onCrash }: WatchOptions) {
  const stopping = new AbortController();
  let reviving: Promise<void> | undefined;
  let client = await reachPrepared();

  async function reachPrepared(): Promise<pg.Client> {
    const reached = await reach(place, binaries, { fsync });
    await prepare(reached);
    reached.once('end', () => {
      if (!stopping.signal.aborted) reviving = revive();
    });
    return reached;
  }

  /** Tries until it lives: a full disk is emptied sooner or later. */
  async function revive(): Promise<void> {
    onCrash?.(new Error('the database server is gone; starting it again'));
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        client = await reachPrepared();
        return;
      } catch (error) {
        onCrash?.(error instanceof Error ? error : new Error(String(error)));
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  async function stop(): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await reviving;
    const pid = findPostmaster(place);
    const isLast = pid !== undefined && (await leave(client));
    if (isLast) await endPostmaster(place, pid, fsync ? 'SIGINT' : 'SIGQUIT');
    await client.end().catch(() => undefined);
  }

  return { stop };
}

const setup = 4_121_001;

/** Both roles and the database, each made if it is not there. */
async function prepare(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [setup]);
  const roles = await client.query<{ rolname: string }>('select rolname from pg_roles');
  const known = new Set(roles.rows.map((row) => row.rolname));
  for (const role of [ownerRole, applicationRole]) {
    if (!known.has(role)) await client.query(`create role ${role} login`);
  }
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create database ${name} owner ${ownerRole}`);
  await client.query('select pg_advisory_unlock($1)', [setup]);
}

/**
 * Says goodbye; true when nobody else watches. One at a time: of two that leave together, the
 * second
 * no longer counts the first.
 */
async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_lock($1)', [setup]);
    if (!(await hasOthers(client))) return true;
    // one that was killed just now is still counted for an instant
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (!(await hasOthers(client))) return true;
    await client.query("set application_name = 'atrio leaving'");
    return false;
  } catch {
    return false; // it is gone, or being restarted: left alone, the next start attaches to it
  }
}

async function hasOthers(client: pg.Client): Promise<boolean> {
  const others = await client.query(
    'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [watching],
  );
  return others.rowCount !== 0;
}
