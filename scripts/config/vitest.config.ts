import { resolve } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { DemoLast } from '../../tests/support/sequencer';
import { filesNotInTurn } from '../../tests/support/turn';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxDev: false },
  resolve: { alias: { '~': resolve('app') } },
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'tests/{architecture,domain,web,scripts,platform}/**/*.test.{ts,tsx}',
      'prisma/**/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...filesNotInTurn()],
    globalSetup: ['tests/support/global-setup.ts'],
    // Pages are drawn by the same React as in production, not by the slow one for developers.
    env: { NODE_ENV: 'production' },
    pool: 'forks',
    maxWorkers: 3,
    // One process for many files: what they share is loaded once. No module keeps state of a site or a test.
    isolate: false,
    sequence: { sequencer: DemoLast },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
