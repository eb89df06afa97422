// @ts-check
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { measureVisits } from './bench/first-visit.mjs';
import { compare } from './bench/load.mjs';
import { benchMedia } from './bench/media.mjs';
import { multiplyData } from './bench/multiply-data.mjs';
import { loadRow, printTable, size } from './bench/print-table.mjs';
import { readSamples } from './bench/samples.mjs';
import { benchSuggestions } from './bench/search.mjs';
import { startSite } from './bench/site.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { requireNode } from './lib/project.mjs';
import { runMain, say } from './lib/refusal.mjs';

/** @typedef {import('./bench/load.mjs').Target} Target */
/** @typedef {{ name: string, app: Target, bare: Target }} Case */

const QUICK = process.argv.includes('--quick');
/** `--only=media`: recordings alone. `--only=register`: the office's register alone. `--only=bulk`: bulk issue alone. `--only=eligibility`: one coach with much evidence alone. `--only=progress`: the cases whose names begin so, without visits and scales. */
const ONLY = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const EFFORT = QUICK ? { seconds: 1, rounds: 1 } : { seconds: 3, rounds: 2 };
const AT_SCALE = QUICK ? { seconds: 1, rounds: 1 } : { seconds: 2, rounds: 2 };
const SCALES = QUICK ? [10] : [10, 100];

/** @param {string} cookie */
const asGet = (cookie) => [{ method: /** @type {const} */ ('GET'), headers: { cookie } }];

/**
 * Pages, progress and verification, each beside the bare server that does as little.
 * @param {import('./bench/site.mjs').BenchSite} site @param {import('./bench/samples.mjs').Samples} samples
 * @returns {Promise<Case[]>}
 */
async function listCases(site, samples) {
  const pages = [
    { name: 'catalogue, kept', path: '/ru/courses' },
    { name: 'catalogue, rendered', path: '/ru/courses?rendered=1' },
    { name: 'course, kept', path: `/ru/courses/${samples.course}` },
    { name: 'course, rendered', path: `/ru/courses/${samples.course}?rendered=1` },
    { name: 'lesson, signed in', path: `/ru${samples.lesson}`, cookie: samples.cookie },
    { name: 'verify', path: `/ru/verify/${samples.serial}` },
  ];
  const cases = [];
  for (const page of pages) cases.push(await pageCase(site, page));
  const all = [...cases, progressCase(site, samples), verifyCase(site, samples)];
  return all.filter(({ name }) => name.startsWith(ONLY));
}

/**
 * @param {import('./bench/site.mjs').BenchSite} site @param {{ name: string, path: string, cookie?: string }} page
 * @returns {Promise<Case>}
 */
async function pageCase({ url, pid, baseline }, { name, path, cookie = '' }) {
  const answer = await fetch(url + path, { headers: { cookie } });
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  const items = html.match(/<[a-z]/g)?.length ?? 1;
  const size = `/render?items=${items}&bytes=${Buffer.byteLength(html)}`;
  return {
    name,
    app: { url: url + path, pid, ...(cookie ? { requests: asGet(cookie) } : {}) },
    bare: { url: baseline.url + size, pid: baseline.pid },
  };
}

/** @param {import('./bench/site.mjs').BenchSite} site @param {import('./bench/samples.mjs').Samples} samples @returns {Case} */
function progressCase({ url, pid, baseline }, { learners, lessonId }) {
  const body = JSON.stringify({
    lessonId,
    intervals: [
      [0, 10],
      [12, 20],
    ],
    position: 20,
  });
  /** @param {string} path @param {string} cookie @returns {import('autocannon').Request} */
  const request = (path, cookie) => ({
    method: 'POST',
    path,
    body,
    headers: { cookie, 'content-type': 'application/json' },
  });
  return {
    name: 'progress write',
    app: { url, pid, requests: learners.map(({ cookie }) => request('/api/v1/progress', cookie)) },
    bare: {
      url: baseline.url,
      pid: baseline.pid,
      requests: learners.map(({ person }) => request(`/progress?person=${person}`, '')),
    },
  };
}

/** @param {import('./bench/site.mjs').BenchSite} site @param {import('./bench/samples.mjs').Samples} samples @returns {Case} */
function verifyCase({ url, pid, baseline }, { serial }) {
  return {
    name: 'verify JSON',
    app: { url: `${url}/api/v1/credentials/${serial}`, pid },
    bare: { url: `${baseline.url}/credential/${serial}`, pid: baseline.pid },
  };
}

/** @param {Case[]} cases */
async function measureCases(cases) {
  const rows = [];
  for (const { name, app, bare } of cases) {
    const [own, plain] = await compare([app, bare], EFFORT);
    if (own && plain) rows.push({ name, own, plain });
  }
  return rows;
}

/** @param {import('./bench/site.mjs').BenchSite} site @param {import('./bench/samples.mjs').Samples} samples */
async function firstVisits({ url }, { course, lesson, serial, cookie }) {
  const pages = [
    ...['', '/courses', `/courses/${course}`, `/verify/${serial}`, '/register', '/sign-in'].map((path) => ({
      path,
    })),
    ...['/learn', lesson].map((path) => ({ path, cookie })),
  ];
  const visits = await measureVisits(
    pages.map(({ path, ...rest }) => ({ url: `${url}/kk${path}`, ...rest })),
  );
  printTable(
    'First visit of a page (kk, 360 px, empty browser cache, as it comes over the wire)',
    ['page', 'requests', 'bytes', 'of that script'],
    visits.map((seen, index) => [
      `/kk${pages[index]?.path ?? ''}`,
      String(seen.requests),
      size(seen.bytes),
      size(seen.script),
    ]),
  );
}

/** @param {import('./bench/site.mjs').BenchSite} site @param {Case[]} cases @param {Awaited<ReturnType<typeof measureCases>>} first */
async function atScale({ client }, cases, first) {
  for (const times of SCALES) {
    const counts = await multiplyData(client, times);
    const rows = [];
    for (const [index, { name, app }] of cases.entries()) {
      const [now] = await compare([app], AT_SCALE);
      const before = first[index]?.own;
      if (now && before) rows.push(loadRow(name, now, before));
    }
    const facts = Object.entries(counts).map(([table, count]) => `${count} × ${table}`);
    printTable(
      `At ${times} times the data (${facts.join(', ')}); ratio to the demo's size`,
      HEAD('at 1 ×'),
      rows,
    );
  }
}

/** @param {string} other */
const HEAD = (other) => [
  '',
  'req/s',
  'p99 ms',
  'CPU ms',
  `req/s ${other}`,
  `p99 ${other}`,
  `CPU ${other}`,
  'ratio req/s',
  'ratio CPU',
  'failed',
];

async function benchRegister() {
  const register = await tsImport('./bench/register.ts', import.meta.url);
  await register.benchRegister({ quick: QUICK });
}

async function benchBulkIssue() {
  const bulk = await tsImport('./bench/bulk-issue.ts', import.meta.url);
  await bulk.benchBulkIssue({ quick: QUICK });
}

async function benchEligibility() {
  const eligibility = await tsImport('./bench/eligibility.ts', import.meta.url);
  await eligibility.benchEligibility({ quick: QUICK });
}

async function main() {
  requireNode();
  await ensurePackages();
  await ensureClient();
  if (ONLY === 'register') return benchRegister();
  if (ONLY === 'bulk') return benchBulkIssue();
  if (ONLY === 'eligibility') return benchEligibility();
  await ensureBuild();
  const site = await startSite({ quick: QUICK });
  try {
    if (ONLY === 'media') return await benchMedia(site, { quick: QUICK, effort: EFFORT });
    const samples = await readSamples(site.client);
    await site.client.query(
      `CREATE TABLE bench_progress (person uuid, lesson uuid, watched int4multirange, position_sec int,
       updated_at timestamptz, PRIMARY KEY (person, lesson))`,
    );
    const cases = await listCases(site, samples);
    const measured = await measureCases(cases);
    printTable(
      'Beside bare node:http (pages: renderToPipeableStream of as many elements and bytes; progress: one upsert; JSON: one select)',
      HEAD('bare'),
      measured.map(({ name, own, plain }) => loadRow(name, own, plain)),
    );
    if (ONLY) return;
    await firstVisits(site, samples);
    await benchMedia(site, { quick: QUICK, effort: EFFORT });
    await benchSuggestions(site, { quick: QUICK });
    await atScale(site, cases, measured);
  } finally {
    await site.stop();
  }
  await benchRegister();
  await benchBulkIssue();
  await benchEligibility();
  say('');
}

await runMain(main);
