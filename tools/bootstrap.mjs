// What `npm start` and `npm test` begin with: everything installed and built, on Node 20 or newer,
// without any package. The rest of Atrio runs on the Node that its packages bring.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');

const startedBy = process.ppid;

export const say = (line) => process.stdout.write(`${line}\n`);

function fail(line) {
  process.stderr.write(`\n${line}\n\n`);
  process.exit(1);
}

/** node_modules as package-lock.json wants it: `npm ci` when it is missing or of another lock. */
export function ensureInstalled() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    fail(`Atrio needs Node 20 or newer to start; this is ${process.version}.`);
  }
  const lock = join(root, 'package-lock.json');
  const mark = join(root, 'node_modules', '.atrio-installed');
  const wanted = hashOf([readFileSync(lock)]);
  if (existsSync(mark) && read(mark) === wanted) return;
  if (wasInstalledByHand(lock)) {
    writeFileSync(mark, wanted);
    return;
  }
  say('Installing packages. This takes a minute, the first time only.');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    otherwise: 'The packages could not be installed. What npm says above is the reason.',
  });
  writeFileSync(mark, wanted);
}

/** npm leaves its own copy of the lock; a copy as young as the lock was made from it. */
function wasInstalledByHand(lock) {
  const copy = join(root, 'node_modules', '.package-lock.json');
  return existsSync(copy) && statSync(copy).mtimeMs > statSync(lock).mtimeMs - 60_000;
}

/** What has to be made from sources, each once per state of what it is made from. */
const products = [
  {
    name: 'pages',
    made: 'dist/web/index.html',
    from: ['src', 'vite.config.ts', 'tools/web', 'package-lock.json'],
    wants: (path) => !/\.(test|store|routes|jobs)\.ts$|\.sql$|[\\/]demo[\\/]/.test(path),
    commands: [
      ['tools/api-table.ts'],
      ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    ],
    line: 'Building the pages.',
  },
  {
    name: 'blocklist',
    made: 'dist/password-blocklist.bin',
    from: ['tools/build-blocklist.ts', 'src/modules/identity/passwords', 'package-lock.json'],
    wants: (path) => !path.endsWith('.test.ts'),
    commands: [['tools/build-blocklist.ts']],
    line: 'Building the list of known passwords.',
  },
];

/** Pages and lists, built when they are missing or older than their sources. */
export function ensureBuilt() {
  for (const product of products) {
    const mark = join(root, 'dist', `.${product.name}`);
    const isThere = existsSync(join(root, product.made)) && existsSync(mark);
    if (isThere && read(mark) === stateOf(product)) continue;
    say(product.line);
    for (const command of product.commands) {
      run(nodePath(), command, { otherwise: `${product.line.slice(0, -1)} failed.` });
    }
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, stateOf(product));
  }
}

/** Name, size and time of every source: cheaper than reading them, and enough. */
function stateOf({ from, wants }) {
  const files = from.flatMap((path) => filesBelow(path)).filter((path) => wants(path));
  return hashOf(
    files.map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return `${path}:${size}:${mtimeMs}\n`;
    }),
  );
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** The Node that the packages bring; elsewhere the present one, if it is new enough. */
export function nodePath() {
  const own = join(bin, 'node');
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 12)) return process.execPath;
  return fail(
    'Atrio brings its own Node for Linux only. On this system install Node 24.12 or newer; ' +
      `this is ${process.version}.`,
  );
}

/** The environment of everything that runs on that Node. */
function environment() {
  return {
    ...process.env,
    PATH: bin + delimiter + (process.env.PATH ?? ''),
    // what Node makes of our sources is kept: halves the time of a start
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'dist', '.compiled'),
    // hashing of passwords must not take all threads from files and names
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? String(availableParallelism() + 4),
  };
}

/** Runs to the end; without `otherwise` the exit code is the caller's to judge. */
export function run(command, args, { otherwise, env = {} } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(), ...env },
  });
  if (error && otherwise === undefined) throw error;
  if (otherwise !== undefined && status !== 0) fail(otherwise);
  return status ?? 1;
}

/** Becomes a program, as far as Node can: its signals, its exit code, and its end if we end. */
export function become(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment(),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) {
    // npm that is told to end leaves without a word to what it started
    const watch = setInterval(() => {
      if (process.ppid === startedBy) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 500);
  }
  child.on('error', (error) => fail(`Atrio does not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function read(path) {
  return readFileSync(path, 'utf8');
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
