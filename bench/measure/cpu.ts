// Time of CPU, not of the wall: what a neighbour on the machine does is not measured.
import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** Milliseconds of CPU that this process spent on some work, all its threads counted. */
export async function cpuOfProgram(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export type Cpu = { readonly program: number; readonly database: number };

export const totalOf = ({ program, database }: Cpu): number => program + database;

/** The same, and what the database's backends spent on it; the latter on Linux only. */
export async function cpuOf(pool: pg.Pool, work: () => Promise<unknown>): Promise<Cpu> {
  const before = await cpuOfBackends(pool);
  const program = await cpuOfProgram(work);
  const after = await cpuOfBackends(pool);
  let database = 0;
  for (const [pid, spent] of after) database += spent - (before.get(pid) ?? 0);
  return { program, database };
}

export const sumOf = (parts: readonly Cpu[]): Cpu => ({
  program: parts.reduce((sum, { program }) => sum + program, 0),
  database: parts.reduce((sum, { database }) => sum + database, 0),
});

/** Milliseconds of each backend that serves a client of this database. */
async function cpuOfBackends(pool: pg.Pool): Promise<ReadonlyMap<number, number>> {
  if (process.platform !== 'linux') return new Map();
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'`,
  );
  return new Map(
    await Promise.all(rows.map(async ({ pid }) => [pid, await cpuOfBackend(pid)] as const)),
  );
}

/** A backend has one thread, so its scheduler knows it to the nanosecond. */
async function cpuOfBackend(pid: number): Promise<number> {
  const [nanoseconds = '0'] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
  return Number(nanoseconds) / 1e6;
}
