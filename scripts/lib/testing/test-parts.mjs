// @ts-check
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensureBuild } from '../build.mjs';
import { runPackage } from '../process/run.mjs';
import { inRoot, root } from '../project.mjs';
import { say } from '../refusal.mjs';
import { findChromium, findFfmpeg } from '../tools.mjs';
import { countPlaywright, countVitest } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Count} Count */
/** @typedef {import('./browser-site.mjs').BrowserSite} BrowserSite */

/** Settings of a running site must not reach the tests, least of all its database. */
const SITE_SETTINGS =
  /^(HOST|PORT|PUBLIC_URL|DATA_DIR|DATABASE_URL|DEMO|VIDEO_PROVIDER|STORAGE|SMTP_URL|MAIL_FROM|SECRET_KEY|METRICS_TOKEN|TRUST_PROXY|KEYS_DIR|CLAMD_URL|MUX_.*|S3_.*)$/;

/** Long tables and files take turns from commit to commit: tests/support/turn.ts. */
function turnOfCommit() {
  try {
    return execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: root, stdio: 'pipe' })
      .toString()
      .trim();
  } catch {
    return '0';
  }
}

/** Environment of the tests. */
export function testEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, CI: process.env.CI ?? '1' };
  env.SHIHAN_TURN ??= turnOfCommit();
  for (const name of Object.keys(env)) if (SITE_SETTINGS.test(name)) delete env[name];
  const chromium = findChromium();
  if (chromium) env.CHROMIUM_PATH = chromium;
  const ffmpeg = findFfmpeg();
  if (ffmpeg) env.FFMPEG_PATH = ffmpeg;
  return env;
}

/** Types and lint, with what processor others leave: each counts as one test; texts are a rule of the house. @returns {Promise<Count[]>} */
export function runStaticChecks() {
  return Promise.all([
    single('types', 'native-typescript/bin/tsc', ['-p', 'tsconfig.json']),
    single('lint', '@biomejs/biome/bin/biome', [
      'check',
      '--config-path=scripts/config',
      '--error-on-warnings',
    ]),
  ]);
}

/** @param {string} name @param {string} file inside node_modules @param {string[]} args @returns {Promise<Count>} */
async function single(name, file, args) {
  const begun = Date.now();
  const onStart = (/** @type {number} */ pid) => os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
  const { code, output } = await runPackage(file, args, { onStart });
  if (code !== 0) say(output.trimEnd());
  return close(name, begun, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** The browser's tests look at what moves and wait for one another: they go before those that only need processor. */
const BEHIND_THE_BROWSER = 15;

/**
 * Architecture, unit, use-case and web tests.
 * @param {() => void} onDemo called once the product is built and their own demo is loaded
 * @returns {Promise<Count>}
 */
export function runVitest(onDemo) {
  return withReport('tests', async (report) => {
    const args = ['run', '--config', 'scripts/config/vitest.config.ts', '--reporter=dot', '--reporter=json'];
    const mark = path.join(path.dirname(report), 'demo-loaded');
    const watch = setInterval(() => {
      if (!fs.existsSync(mark)) return;
      clearInterval(watch);
      onDemo();
    }, 500);
    const { code } = await runPackage('vitest/vitest.mjs', [...args, `--outputFile.json=${report}`], {
      env: { ...testEnvironment(), SHIHAN_ALL_TESTS: mark },
      show: true,
      onStart: (pid) => os.setPriority(pid, BEHIND_THE_BROWSER),
    });
    clearInterval(watch);
    return countVitest(report, code);
  });
}

/**
 * The built site in a real browser, while other tests may still run: what it says is shown at its end.
 * @param {() => Promise<BrowserSite>} openSite starts it, or gives the one that was started already
 * @returns {Promise<Count[]>}
 */
export async function runBrowserTests(openSite) {
  const begun = Date.now();
  try {
    await ensureBuild();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return [close('build (the browser tests need it and were not run)', begun, { passed: 0, failed: 1 })];
  }
  const built = close('build', begun, { passed: 1, failed: 0 });
  const { trouble, settings } = await openSite();
  const reason = await trouble;
  if (reason !== null) {
    say(`${reason}, see above`);
    return [built, close('browser tests (their site is missing)', begun, { passed: 0, failed: 1 })];
  }
  return [built, await withReport('browser tests', (report) => runPlaywright(report, settings))];
}

/** @param {string} report @param {Record<string, string>} site @returns {Promise<Count>} */
async function runPlaywright(report, site) {
  const { code, output } = await runPackage(
    '@playwright/test/cli.js',
    ['test', '--config', inRoot('scripts/config/playwright.config.ts'), '--reporter=list,json'],
    { env: { ...testEnvironment(), ...site, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  say(output.trimEnd());
  return countPlaywright(report, code);
}

/** @param {string} name @param {(report: string) => Promise<Count>} work */
async function withReport(name, work) {
  const begun = Date.now();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shihan-report-'));
  try {
    return close(name, begun, await work(path.join(folder, 'report.json')));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} name @param {number} begun @param {Count} count */
function close(name, begun, count) {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  say(
    `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
  return count;
}
