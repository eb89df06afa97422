// @ts-check
import { ensureBuild } from '../build.mjs';
import { ensureClient, ensurePackages } from '../packages.mjs';
import { watchShutdown } from '../process/shutdown.mjs';
import { requireNode } from '../project.mjs';
import { say } from '../refusal.mjs';
import { ensureBrowser, ensureTestTools } from '../tools.mjs';
import { startBrowserSite } from './browser-site.mjs';
import { runBrowserTests, runStaticChecks, runVitest, testEnvironment } from './test-parts.mjs';
import { sum } from './test-report.mjs';

/** @typedef {import('../process/shutdown.mjs').Shutdown} Shutdown */

/**
 * Install what is missing, run every part even when one fails, and end with the numbers.
 * @param {{ browser: boolean }} options
 * @returns {Promise<number>} exit code
 */
export async function runAllChecks({ browser }) {
  requireNode();
  const shutdown = watchShutdown();
  try {
    // Each part leaves a processor idle now and then, so they go side by side.
    const packages = ensurePackages().then(ensureClient);
    const aside = packages.then(runStaticChecks);
    const early = packages.then(() => ensureBuild());
    // Whoever needs them tells what went wrong.
    for (const each of [aside, early]) each.catch(() => {});
    await install(packages, shutdown);
    const inBrowser = browserOnce(shutdown);
    const beside = browser ? () => void inBrowser().catch(() => {}) : () => {};
    const counts = [await runVitest(beside)];
    shutdown.check();
    if (browser) counts.push(...(await inBrowser()));
    counts.push(...(await aside));
    shutdown.check();
    const { passed, failed } = sum(counts);
    say(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await shutdown.undo();
  }
}

/** Tools of the system and packages do not need each other. @param {Promise<void>} packages @param {Shutdown} shutdown */
async function install(packages, shutdown) {
  const [missing] = await Promise.all([ensureTestTools(), packages]);
  shutdown.check();
  if (!(await ensureBrowser())) missing.push('a browser');
  if (missing.length > 0) say(`Not installed, tests that need it will fail: ${missing.join(', ')}`);
  shutdown.check();
}

/** The tests of the browser, begun by whoever asks first; their site ends with the run. @param {Shutdown} shutdown */
function browserOnce(shutdown) {
  const openSite = async () => {
    const site = await startBrowserSite(testEnvironment());
    shutdown.onStop(site.stop);
    return site;
  };
  /** @type {ReturnType<typeof runBrowserTests> | undefined} */
  let counts;
  return () => {
    counts ??= runBrowserTests(openSite);
    return counts;
  };
}
