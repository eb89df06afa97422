import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '~': resolve('app') } },
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'tests/{architecture,domain,web,scripts,platform}/**/*.test.{ts,tsx}',
      'prisma/**/*.test.ts',
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
