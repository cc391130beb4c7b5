import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { queryAs } from '#test/database.ts';
import { onDiskOf, runProgram, type Program } from '#test/program.ts';
import { DatabaseTrouble, startEmbedded, type EmbeddedOptions } from './embedded.ts';

/** Where the machine is busy with everything else. */
const slow = { timeout: 180_000 };

test('a first start makes cluster, roles and database; a restart finds its rows', async () => {
  const directory = await newFolder();
  const first = await start({ directory });
  await queryAs(first.url, 'create table kept (n int); insert into kept values (7)');
  await first.stop();
  expect(postmasterOf(directory)).toBeUndefined();

  const second = await start({ directory });
  expect(await queryAs(second.url, 'select n, current_user as who from kept')).toEqual([
    { n: 7, who: 'atrio_owner' },
  ]);
  expect(await queryAs(second.appUrl, 'select current_user as who')).toEqual([
    { who: 'atrio_app' },
  ]);
  await expect(queryAs(second.appUrl, 'select n from kept')).rejects.toThrow('permission denied');
  await expect(queryAs(second.appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
  expect(readFileSync(join(directory, 'postgres-major'), 'utf8')).toBe('18\n');
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(await queryAs(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await queryAs(second.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
});

test('a killed server is started again, and nothing committed is lost', async () => {
  const directory = await newFolder();
  const crashes: string[] = [];
  const embedded = await start({ directory, onCrash: ({ message }) => crashes.push(message) });
  await queryAs(embedded.url, 'create table kept (n int); insert into kept values (7)');
  const before = postmasterOf(directory)!;

  process.kill(before, 'SIGKILL');
  await expect
    .poll(() => queryAs(embedded.url, 'select n from kept').catch(() => 'down'), {
      timeout: 40_000,
    })
    .toEqual([{ n: 7 }]);

  expect(postmasterOf(directory)).not.toBe(before);
  expect(crashes).toEqual(['the database server is gone; starting it again']);
});

test('a killed Atrio keeps every acknowledged row; the next finds its server alive', async () => {
  const directory = await newFolder();
  const program = await running(directory);
  const server = postmasterOf(directory);
  program.tell('write 100000');
  await expect.poll(() => program.said.length, { timeout: 40_000 }).toBeGreaterThan(100);
  await program.kill('SIGKILL');

  const embedded = await start({ directory });
  expect(postmasterOf(directory)).toBe(server);
  expect(await countOf(embedded.url)).toBeGreaterThanOrEqual(acknowledged(program));
});

test('when Atrio and its server are killed together, every acknowledged row is there', async () => {
  const directory = await newFolder();
  const program = await running(directory);
  program.tell('write 100000');
  await expect.poll(() => program.said.length, { timeout: 40_000 }).toBeGreaterThan(100);
  process.kill(postmasterOf(directory)!, 'SIGKILL');
  await program.kill('SIGKILL');

  const embedded = await start({ directory });
  expect(await countOf(embedded.url)).toBeGreaterThanOrEqual(acknowledged(program));
});

test('a second process attaches to the server, and only the last to stop ends it', async () => {
  const directory = await newFolder();
  const first = await running(directory);
  const server = postmasterOf(directory);
  const second = await start({ directory });
  expect(postmasterOf(directory)).toBe(server);
  first.tell('write 3');
  await first.hear('wrote');
  expect(await countOf(second.url)).toBe(3);

  first.tell('stop'); // it started the server, and is not the last to need it
  await first.hear('stopped');
  expect(await countOf(second.url)).toBe(3);
  await second.stop();
  expect(postmasterOf(directory)).toBeUndefined();
});

test('of two that watch, one starts a killed server again and both go on with it', async () => {
  const directory = await newFolder();
  const program = await running(directory);
  const embedded = await start({ directory, onCrash: () => undefined });
  program.tell('write 3');
  await program.hear('wrote');
  process.kill(postmasterOf(directory)!, 'SIGKILL');
  await expect.poll(() => countOf(embedded.url).catch(() => 'down'), { timeout: 40_000 }).toBe(3);
  program.tell('count');
  expect(await program.hear('count')).toBe(3);
});

test('two first starts at once make one cluster with one server', async () => {
  const directory = await newFolder();
  const programs = [runHere(directory), runHere(directory)];
  await Promise.all(programs.map((program) => program.hear('ready')));
  programs[0]!.tell('write 3');
  await programs[0]!.hear('wrote');
  programs[1]!.tell('count');
  expect(await programs[1]!.hear('count')).toBe(3);
  expect(readdirSync(directory).filter((name) => name.startsWith('data'))).toEqual(['data']);
});

test('a server that cannot be reached from here is left alone, and named', async () => {
  const directory = await newFolder();
  const embedded = await start({ directory });
  await embedded.stop();
  const other = spawn('flock', [join(directory, 'lock'), 'sleep', '60']); // as another container's
  onTestFinished(() => void other.kill());
  await expect
    .poll(() => spawnSync('flock', ['-n', join(directory, 'lock'), 'true']).status)
    .toBe(1);
  await expect(start({ directory })).rejects.toThrow(/in use by a PostgreSQL server that cannot/);
});

test('a process number that now belongs to something else does not hinder the start', async () => {
  const directory = await newFolder();
  await (await start({ directory })).stop();
  writeFileSync(
    join(directory, 'data/postmaster.pid'),
    `${process.pid}\n${directory}/data\n1790000000\n5432\n${directory}\n\n     1     1\nready\n`,
  );
  const embedded = await start({ directory });
  expect(await queryAs(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test.for([
  ['root', ['--map-root-user']],
  ['an ordinary user', ['--map-user=1000', '--map-group=1000']],
] as const)('it runs as %s', async ([, identity]) => {
  const directory = await newFolder();
  const program = runHere(directory, ['unshare', '--user', ...identity]);
  await program.hear('ready');
  program.tell('write 3');
  expect(await program.hear('wrote')).toBe(3);
  program.tell('stop');
  await program.hear('stopped');
});

test('root without user namespaces is told what to do', async () => {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
  const around = ['unshare', '--user', '--map-root-user', 'sh', '-c', forbid, 'sh'];
  const program = runHere(await newFolder(), around);
  expect(await program.hear('failed')).toMatch(
    /Start Atrio as an ordinary user, or set DATABASE_URL/,
  );
});

test('a path longer than a socket may have works, for a second process too', async () => {
  const directory = join(await newFolder(), 'a'.repeat(90), 'é'.repeat(40), 'c d%');
  const embedded = await start({ directory });
  const program = await running(directory);
  program.tell('write 3');
  await program.hear('wrote');
  expect(await countOf(embedded.url)).toBe(3);
  const sockets = readFileSync(join(directory, 'socket-folder'), 'utf8');
  onTestFinished(() => rm(sockets, { recursive: true, force: true }));
  expect(statSync(sockets).mode & 0o777).toBe(0o700);
});

test('a server whose socket was taken away is started again', slow, async () => {
  const directory = join(await newFolder(), 'a'.repeat(120));
  const program = await running(directory);
  program.tell('write 3');
  await program.hear('wrote');
  await program.kill('SIGKILL'); // the server lives on
  const server = postmasterOf(directory);
  const sockets = readFileSync(join(directory, 'socket-folder'), 'utf8');
  onTestFinished(() => rm(sockets, { recursive: true, force: true }));
  await rm(sockets, { recursive: true }); // as cleaners of temporary folders do

  const embedded = await start({ directory });
  expect(await countOf(embedded.url)).toBe(3);
  expect(postmasterOf(directory)).not.toBe(server);
});

test('an initdb killed half-way leaves nothing that hinders', async () => {
  const directory = await newFolder();
  const program = runHere(directory);
  const half = () => readdirSync(directory).find((name) => name.startsWith('data.new-'));
  await expect
    .poll(() => existsSync(join(directory, half() ?? 'none', 'PG_VERSION')), {
      interval: 1,
      timeout: 30_000,
    })
    .toBe(true);
  await program.kill('SIGKILL');
  expect(half()).toBeDefined();

  const embedded = await start({ directory });
  expect(await queryAs(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(half()).toBeUndefined();
});

test('a disk too small for a database is named', async () => {
  const folder = await newFolder();
  const program = runHere(join(folder, 'db'), onDiskOf('20m', folder));
  expect(await program.hear('failed')).toMatch(/^The disk that holds .* is full\./);
});

test(
  'a disk that fills up refuses writes, loses nothing, and goes on once there is room',
  slow,
  async () => {
    const folder = await newFolder();
    const program = runHere(join(folder, 'db'), onDiskOf('150m', folder, { ballastMegabytes: 40 }));
    await program.hear('ready');
    program.tell('write 100000');
    await program.hear('failed');
    const kept = acknowledged(program);
    expect(kept).toBeGreaterThan(100);

    program.tell(`remove ${folder}/ballast`);
    await program.hear('removed');
    await expect
      .poll(async () => (await program.ask('count'))['count'] ?? -1, {
        timeout: 90_000,
        interval: 500,
      })
      .toBeGreaterThanOrEqual(kept);
    program.tell('write 10');
    expect(await program.hear('wrote')).toBe(10);
  },
);

test('Ctrl-C reaches Atrio and not its server, so that requests in flight can end', async () => {
  const directory = await newFolder();
  const program = await running(directory);
  process.kill(-program.process.pid!, 'SIGINT');
  await program.hear('interrupted');
  program.tell('write 3');
  expect(await program.hear('wrote')).toBe(3);
  expect(program.said.some((words) => 'crash' in words)).toBe(false);
});

test('a cluster of another major release, or none, is refused and left as it is', async () => {
  const directory = await newFolder();
  await mkdir(join(directory, 'data'));
  await expect(start({ directory })).rejects.toThrow(/is not a PostgreSQL cluster/);
  writeFileSync(join(directory, 'data/PG_VERSION'), '17\n');
  await expect(start({ directory })).rejects.toThrow(/made by PostgreSQL 17, this Atrio brings 18/);
  expect(readdirSync(join(directory, 'data'))).toEqual(['PG_VERSION']);
});

test('a folder that cannot be one is named', async () => {
  const file = join(await newFolder(), 'file');
  writeFileSync(file, '');
  const attempt = start({ directory: join(file, 'db') });
  await expect(attempt).rejects.toThrow(DatabaseTrouble);
  await expect(attempt).rejects.toThrow(/^The data folder .* cannot be used/);
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-embedded-'));
  onTestFinished(async () => {
    const server = postmasterOf(folder);
    if (server !== undefined) process.kill(server, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

async function start(options: EmbeddedOptions) {
  const embedded = await startEmbedded(options);
  onTestFinished(embedded.stop);
  return embedded;
}

function runHere(directory: string, around: string[] = []): Program {
  const program = runProgram('embedded', [directory], around);
  onTestFinished(async () => {
    if (program.process.exitCode === null && program.process.signalCode === null) {
      program.tell('stop');
      await Promise.race([program.ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
      if (program.process.exitCode === null) await program.kill('SIGKILL');
    }
  });
  return program;
}

async function running(directory: string): Promise<Program> {
  const program = runHere(directory);
  await program.hear('ready');
  return program;
}

function postmasterOf(directory: string): number | undefined {
  const file = join(directory, 'data/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

async function countOf(url: string): Promise<number> {
  const [row] = await queryAs<{ n: number }>(url, 'select count(*)::int as n from written');
  return row!.n;
}

function acknowledged(program: Program): number {
  return program.said.filter((words) => 'acknowledged' in words).length;
}
