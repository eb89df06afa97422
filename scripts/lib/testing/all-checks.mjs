// @ts-check
import { ensureClient, ensurePackages } from '../packages.mjs';
import { watchShutdown } from '../process/shutdown.mjs';
import { requireNode } from '../project.mjs';
import { say } from '../refusal.mjs';
import { ensureTestTools } from '../tools.mjs';
import { runBrowserTests, runStaticChecks, runVitest } from './test-parts.mjs';
import { sum } from './test-report.mjs';

/**
 * Install what is missing, run every part even when one fails, and end with the numbers.
 * @param {{ browser: boolean }} options
 * @returns {Promise<number>} exit code
 */
export async function runAllChecks({ browser }) {
  requireNode();
  const shutdown = watchShutdown();
  const missing = await ensureTestTools();
  if (missing.length > 0) say(`Not installed, tests that need it will fail: ${missing.join(', ')}`);
  shutdown.check();
  await ensurePackages();
  shutdown.check();
  await ensureClient();
  shutdown.check();
  const counts = [];
  // Types and lint leave a processor idle half of the time.
  const withoutBrowser = async () => (await Promise.all([runStaticChecks(), runVitest()])).flat();
  const parts = [withoutBrowser, ...(browser ? [runBrowserTests] : [])];
  for (const part of parts) {
    shutdown.check();
    counts.push(...(await part()));
  }
  shutdown.check();
  const { passed, failed } = sum(counts);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
