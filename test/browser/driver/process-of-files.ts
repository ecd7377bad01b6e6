import type { Environment } from 'vitest/runtime';

/** Under this name the browsers that are kept from one test file to the next leave how they are ended. */
export const AT_THE_END = Symbol.for('daily-shaarli: quit the browsers that were kept');

/** What vitest asks before and after all files that one process runs: after them the browsers are ended that were kept. */
export default {
  name: 'process-of-files',
  viteEnvironment: 'ssr',
  setup: () => ({
    teardown: () => (globalThis as { [AT_THE_END]?: () => Promise<void> })[AT_THE_END]?.(),
  }),
} satisfies Environment;
