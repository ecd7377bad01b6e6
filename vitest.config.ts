import { defineConfig } from 'vitest/config';

/** Tests that put something of their own in the browser's place. */
const EDGES = ['test/unit/{background,platform,ui}/**/*.test.{ts,tsx}'];
/** Properties take their time on a busy machine, in ms. */
const PROPERTIES = 60_000;

export default defineConfig({
  test: {
    // Two cores: two browsers at once, each file in a process of its own. The same for all projects, or vitest refuses.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: EDGES,
          setupFiles: ['fake-indexeddb/auto'],
          // What has no edge to be put in place shares its process: half of the time went into loading the same modules again.
          isolate: false,
          testTimeout: PROPERTIES,
        },
      },
      {
        extends: true,
        test: {
          name: 'edges',
          include: EDGES,
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: PROPERTIES,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto'],
          globalSetup: 'test/server/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/global-setup.ts',
          // Browsers are slow to start on a busy machine; conditions are waited for with limits of their own.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
