// @ts-check
/**
 * Lighthouse (mobile, simulated slow 4G) over home, catalogue, a course and a technique in four languages, on the
 * built site with its demo. Performance must reach 98, accessibility, best practices and search engines 100.
 *
 *   npm run lighthouse                     median of 3
 *   npm run lighthouse -- --quick          one run each
 *   npm run lighthouse -- --site http://…  a site that runs already
 */
import process from 'node:process';
import { chromium } from '@playwright/test';
import { startSite } from './bench/site.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { freePort } from './lib/process/ports.mjs';
import { requireNode } from './lib/project.mjs';
import { Refusal, runMain, say } from './lib/refusal.mjs';
import { findChromium } from './lib/tools.mjs';

const LANGS = ['kk', 'ru', 'ja', 'en'];
/** The first address of each kind in the site's map. */
const KINDS = [/^\/$/, /^\/courses$/, /^\/courses\/[^/]+$/, /^\/techniques\/[^/]+$/];
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const CATEGORIES = /** @type {(keyof typeof LEAST)[]} */ (Object.keys(LEAST));

const { argv } = process;
const ROUNDS = argv.includes('--quick') ? 1 : 3;
const running = argv.includes('--site') ? argv[argv.indexOf('--site') + 1] : undefined;

/** @typedef {Record<string, number>} Scores of 100, by category */

/** Paths without language to look at. @param {string} site @returns {Promise<string[]>} */
async function listPaths(site) {
  const map = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>[^<]*?\/en(\/[^<]*)?<\/loc>/g)].map(([, path = '/']) => path);
  return KINDS.flatMap((kind) => paths.filter((path) => kind.test(path)).slice(0, 1));
}

/** @param {string} url @param {number} port of the browser @returns {Promise<{ scores: Scores, failed: string[] }>} */
async function measure(url, port) {
  const { default: lighthouse } = await import('lighthouse');
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES,
  });
  if (!result || result.lhr.runtimeError)
    throw new Refusal(`Lighthouse could not read ${url}: ${result?.lhr.runtimeError?.message}`);
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  );
  const short = CATEGORIES.filter((name) => (scores[name] ?? 0) < LEAST[name]);
  const refs = short.flatMap((name) => categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? []);
  const failed = refs
    .filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
  return { scores, failed };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** @param {string} url @param {number} port @returns {Promise<boolean>} whether every score suffices */
async function judge(url, port) {
  /** @type {{ scores: Scores, failed: string[] }[]} */
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await measure(url, port));
  const scores = CATEGORIES.map((name) => median(runs.map((run) => run.scores[name] ?? 0)));
  const isEnough = CATEGORIES.every((name, index) => (scores[index] ?? 0) >= LEAST[name]);
  const why = isEnough ? '' : [...new Set(runs.flatMap(({ failed }) => failed))].join(', ');
  say(
    `${isEnough ? 'ok    ' : 'FAILED'} ${scores.map((score) => String(score).padStart(3)).join(' ')}  ${new URL(url).pathname}  ${why}`,
  );
  return isEnough;
}

/** @param {string} site @returns {Promise<number>} exit code */
async function judgeAll(site) {
  const executablePath = findChromium();
  if (!executablePath) throw new Refusal('No Chromium was found; set CHROMIUM_PATH.');
  const port = await freePort();
  const args = [
    `--remote-debugging-port=${port}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
  ];
  const browser = await chromium.launch({ executablePath, args });
  try {
    say(`       ${CATEGORIES.join(', ')}`);
    let failed = 0;
    for (const path of await listPaths(site))
      for (const lang of LANGS)
        if (!(await judge(`${site}/${lang}${path === '/' ? '' : path}`, port))) failed += 1;
    say(failed === 0 ? 'Every page suffices.' : `${failed} pages fall short.`);
    return failed === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

await runMain(async () => {
  requireNode();
  if (running) return judgeAll(running.replace(/\/+$/, ''));
  await ensurePackages();
  await ensureClient();
  await ensureBuild();
  const site = await startSite({ quick: true });
  try {
    return await judgeAll(site.url);
  } finally {
    await site.stop();
  }
});
