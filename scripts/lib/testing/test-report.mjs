// @ts-check
import { readText } from '../project.mjs';

/** Numbers of one part of the tests. @typedef {{ passed: number, failed: number }} Count */

/**
 * Numbers of a vitest run from its JSON report. A file that could not be loaded counts as one failed test,
 * and so does a run that failed without a failed test.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(file, exitCode) {
  const report = parse(file);
  if (!report) return { passed: 0, failed: 1 };
  /** @type {{ status: string, assertionResults?: { status: string }[] }[]} */
  const files = report.testResults ?? [];
  const unloaded = files.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults?.some((test) => test.status === 'failed'),
  );
  return settle(report.numPassedTests ?? 0, (report.numFailedTests ?? 0) + unloaded.length, exitCode);
}

/**
 * Numbers of a Playwright run from its JSON report; a test that passed only when repeated counts as failed.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(file, exitCode) {
  const stats = parse(file)?.stats;
  if (!stats) return { passed: 0, failed: 1 };
  return settle(stats.expected ?? 0, (stats.unexpected ?? 0) + (stats.flaky ?? 0), exitCode);
}

/** @param {number} passed @param {number} failed @param {number} exitCode @returns {Count} */
function settle(passed, failed, exitCode) {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** @param {string} file */
function parse(file) {
  try {
    return JSON.parse(readText(file) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed }),
    { passed: 0, failed: 0 },
  );
}
