// One database server for all stories, migrated once; each world is a clone of it.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, MigrationFailed } from '#platform/database/migrate.ts';
import { startScratch } from '#platform/database/scratch.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';

export type TestServer = {
  /** May create and drop databases. */
  readonly adminUrl: string;
  /** Of the template; clones differ in the database's name only. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * ATRIO_TEST_DATABASE_URL, the address of an owner who may create roles, runs them on that server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['ATRIO_TEST_DATABASE_URL'];
  const { server, stop } = await (given ? onServer(given) : onScratch());
  try {
    await migrate({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, extra: installJobs });
  } catch (error) {
    await stop();
    // its words only: vitest would print the whole migration
    throw error instanceof MigrationFailed ? new Error(`migrations fail: ${error.message}`) : error;
  }
  project.provide('testServer', server);
  return stop;
}

type Prepared = { server: TestServer; stop: () => Promise<void> };

async function onScratch(): Promise<Prepared> {
  const scratch = await startScratch();
  const { superuserUrl: adminUrl, url: ownerUrl, appUrl, stop } = scratch;
  return { server: { adminUrl, ownerUrl, appUrl, template: 'atrio' }, stop };
}

/** Names and password of this run only, so that runs beside each other do not meet. */
async function onServer(adminUrl: string): Promise<Prepared> {
  const suffix = randomBytes(6).toString('hex');
  const template = `atrio_test_${suffix}`;
  const role = `atrio_test_app_${suffix}`;
  const appUrl = Object.assign(new URL(adminUrl), {
    username: role,
    password: suffix,
    pathname: template,
  });
  await asAdmin(adminUrl, [
    `create role ${role} login password '${suffix}'`,
    `create database ${template}`,
  ]);
  return {
    server: { adminUrl, ownerUrl: inDatabase(adminUrl, template), appUrl: appUrl.href, template },
    stop: () => removeAll(adminUrl, template, role),
  };
}

/** The clones of tests that failed too. */
async function removeAll(adminUrl: string, template: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [template],
  );
  await client.end();
  const drops = rows.map(({ name }) => `drop database ${name} with (force)`);
  await asAdmin(adminUrl, [...drops, `drop role ${role}`]);
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: name }).href;
}
