import { defineConfig } from 'vitest/config';

/** Two cores shared with a browser and a database: generous, so that only what hangs times out. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, teardownTimeout: 30_000 };

/** One module registry per thread: what a test left behind would be the next one's problem. */
const speed = { pool: 'threads', isolate: false, maxWorkers: 2 } as const;

const rules = ['src/**/*.rules.test.ts', 'src/kernel/**/*.test.ts'];
/** What needs no database, or makes its own. */
const house = ['test/{walls,tidy}.test.ts', 'src/platform/database/embedded.test.ts'];
const stories = ['src/**/*.test.ts', 'test/*.test.ts', 'tools/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: rules,
          setupFiles: ['test/quiet.ts'],
          ...speed,
          ...patience,
        },
      },
      {
        test: {
          name: 'house',
          include: house,
          setupFiles: ['test/quiet.ts'],
          ...speed,
          ...patience,
        },
      },
      {
        test: {
          name: 'stories',
          include: stories,
          exclude: [...rules, ...house],
          setupFiles: ['test/quiet.ts'],
          globalSetup: ['test/global-setup.ts'],
          ...speed,
          ...patience,
        },
      },
    ],
  },
});
