import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { isTurn, specsNotInTurn } from '../../tests/support/turn';
import { freePort } from '../lib/process/ports.mjs';
import { findChromium } from '../lib/tools.mjs';

/** The runner and its workers each read this file; what the first one chose holds for all. */
if (!process.env.SHIHAN_E2E_FOLDER) {
  const made = mkdtempSync(join(tmpdir(), 'shihan-e2e-'));
  process.env.SHIHAN_E2E_FOLDER = made;
  process.once('exit', () => rmSync(join(made, 'data'), { recursive: true, force: true }));
}
process.env.SHIHAN_E2E_PORT ??= String(await freePort());
const { SHIHAN_E2E_FOLDER: folder = '', SHIHAN_E2E_PORT: port = '' } = process.env;
const origin = `http://127.0.0.1:${port}`;
const chromium = findChromium();

const phone = {
  ...devices['Pixel 5'],
  viewport: { width: 360, height: 740 },
  // What is asked of the pages does not depend on how fine the picture is, and a fine one takes seven times as long.
  deviceScaleFactor: 1,
  locale: 'kk-KZ',
  timezoneId: 'Asia/Almaty',
};
const desktop = { viewport: { width: 1280, height: 800 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };
const plain = { viewport: { width: 360, height: 740 }, locale: 'ru-RU', javaScriptEnabled: false };

/** Started here, unless whoever runs these tests has started it. */
const site = {
  command: `${JSON.stringify(process.execPath)} scripts/start.mjs`,
  cwd: resolve('.'),
  url: `${origin}/readyz`,
  timeout: 240_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
  env: { HOST: '127.0.0.1', PORT: port, DATA_DIR: join(folder, 'data'), DEMO: '1', LOG_LEVEL: 'warn' },
};

/** Each run goes the ways at one width; the whole journey every fourth time without scripts. */
const [onPhone, onDesk] = [
  isTurn(0, 2) ? ['search', 'pages', ...(isTurn(0) ? ['journey'] : [])] : [],
  isTurn(1, 2) ? ['search', 'pages', 'journey'] : [],
];
const specs = (...names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: resolve('tests/e2e'),
  testIgnore: specsNotInTurn(),
  outputDir: join(folder, 'results'),
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 360_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: origin,
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
  projects: [
    { name: 'phone', testMatch: specs(...onPhone), use: phone },
    { name: 'desktop', testMatch: specs('upload', ...onDesk), use: desktop },
    { name: 'public', testMatch: /public\.spec/, use: { locale: 'en-GB' } },
    { name: 'nojs', testMatch: specs('search', ...(isTurn(2) ? ['journey'] : [])), use: plain },
    // Late: until then the demo has packaged its recordings, which it begins with the site.
    { name: 'player', testMatch: /player\.spec/, use: { ...desktop, locale: 'ru-RU' } },
    // They order new versions of recordings, which takes the processor from the others.
    {
      name: 'changes',
      testMatch: /(align|mux|offline|removed)\.spec/,
      use: { ...desktop, locale: 'ru-RU' },
      dependencies: ['phone', 'desktop', 'player', 'public', 'nojs'],
    },
    // It kills what the others stand on, so it runs after them.
    {
      name: 'crash',
      testMatch: /crash\.spec/,
      use: plain,
      dependencies: ['changes'],
    },
  ],
  ...(process.env.SHIHAN_E2E_STARTED ? {} : { webServer: site }),
});
