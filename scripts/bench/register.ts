import type pg from 'pg';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import type { Requirement } from '~/domain/frameworks/inputs';
import type { SearchRegisterInput } from '~/domain/licensing/inputs';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { say } from '../lib/refusal.mjs';
import { onOwnDatabase } from './own-database.ts';
import { printTable } from './print-table.mjs';
import { fillRegister } from './register-data.mjs';

type Case = { name: string; input: SearchRegisterInput; raw: string };

/** What makes a period the one that counts, and current. */
const COUNTS = `NOT EXISTS (SELECT 1 FROM licence_period n WHERE n.qualification_id = p.qualification_id
    AND n.no > p.no AND n."from" <= current_date)
  AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.effective_on <= current_date)`;

/** The same rows and their number up to 1,000, written by hand for one filter over the same indexes. */
const raw = (filter: string, order: string): string => rawOf(`${filter} AND ${COUNTS}`, order);

const rawOf = (where: string, order: string): string => `
  SELECT (SELECT count(*) FROM (SELECT 1 FROM licence_period p JOIN qualification q ON q.id = p.qualification_id
            WHERE ${where} LIMIT 1001) c),
    (SELECT json_agg(r) FROM (SELECT p.id, p.until, p."from", q.level_id, h.display_name, h.latin_name
       FROM licence_period p JOIN qualification q ON q.id = p.qualification_id JOIN holder h ON h.person_id = q.person_id
       WHERE ${where} ORDER BY ${order} LIMIT 51) r)`;

const LACKS = `NOT EXISTS (SELECT 1 FROM component c WHERE c.person_id = q.person_id AND c.kind = 'safeguarding'
  AND c.until >= current_date AND c."from" <= current_date)`;

/** What is asked of one region. */
const ofRegion = (name: string, path: string): Case[] => [
  {
    name: `${name}, level, 60 days, safeguarding missing`,
    input: { path, level: 'bench-1', within: '60', missing: 'safeguarding' },
    raw: raw(
      `p.until BETWEEN current_date AND current_date + 60 AND p.path LIKE '${path}%'
       AND q.level_id = (SELECT id FROM level WHERE slug = 'bench-1') AND ${LACKS}`,
      'p.until, p.id',
    ),
  },
  {
    name: `${name}, active`,
    input: { state: 'active', path },
    raw: raw(
      `p.until >= current_date AND p.window_opens > current_date AND p.path LIKE '${path}%' AND NOT ${LACKS}`,
      'p.until, p.id',
    ),
  },
];

const CASES: readonly Case[] = [
  ...ofRegion('a region that grows as well', '/bench/r8/'),
  ...ofRegion('a region that stays as it is', '/bench/r7/'),
  {
    name: 'as it opens',
    input: {},
    raw: raw('p.until >= current_date - 180 AND p.grace_until >= current_date', 'p.until, p.id'),
  },
  {
    name: 'by name',
    input: { sort: 'name' },
    raw: raw('p.grace_until >= current_date', 'h.display_name COLLATE "kk-x-icu", p.id'),
  },
];

const text = (words: string) => authored('en', { en: words });

const signatory = {
  ...{ name: 'Bench President', office: text('President'), organisation: text('Bench') },
  ...{ from: '2010-01-01', until: null },
};

/** A framework of three levels over '/bench/', each of which asks for the same, and its registrar. */
export async function openOffice(
  ctx: Ctx,
  prerequisites: Requirement = { kind: 'registration' },
): Promise<Actor> {
  const organisationId = newId();
  await ctx.db.organisation.create({
    data: { id: organisationId, slug: 'bench', kind: 'federation', name: text('Bench'), path: '/bench/' },
  });
  const grant = { role: 'registrar' as const, organisationId, path: '/bench/', lang: null, level: null };
  const actor: Actor = {
    ...{ accountId: newId(), personId: newId(), sessionId: 'bench', lang: 'ru', name: 'Bench' },
    ...{ emailConfirmed: true, secondFactorPassed: true, grants: [grant] },
  };
  const component = (kind: string) => ({ kind, name: text(kind), ref: `course:${kind}` });
  await defineFramework(
    { ...ctx, actor },
    {
      ...{ slug: 'bench', organisationId, path: '/bench/', name: text('Bench'), zone: 'Asia/Almaty' },
      ...{ numberPrefix: 'BEN', signatories: [signatory], validFrom: '2010-01-01' },
      levels: [1, 2, 3].map((rank) => ({
        ...{ slug: `bench-${rank}`, rank, name: text(`Level ${rank}`), summary: text('') },
        criteria: { meanAtLeast: 3, items: [{ key: 'a', name: text('a'), hint: text('a'), minimum: 2 }] },
        ruleSets: [
          {
            effectiveFrom: '2010-01-01',
            prerequisites,
            components: ['safeguarding', 'head-injury'].map(component),
            expiry: { kind: 'months' as const, months: 24 },
            ...{ windowMonths: 3, graceMonths: 6, keysRequired: 1 as const },
          },
        ],
      })),
    },
  );
  return actor;
}

/** Rounds that are not counted. */
const WARM_UP = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** In turns, so that noise of the machine falls on both. */
async function measure(ctx: Ctx, client: pg.Client, { input, raw: sql }: Case, rounds: number) {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const mine = await timed(() => searchRegister(ctx, input));
    const plain = await timed(() => client.query(sql));
    if (round >= 0) own.push(mine);
    if (round >= 0) bare.push(plain);
  }
  return { own: median(own), bare: median(bare) };
}

async function measureAll(ctx: Ctx, client: pg.Client, quick: boolean): Promise<void> {
  const first = new Map<string, number>();
  const table: string[][] = [];
  let filled = 0;
  for (const size of quick ? [10_000, 100_000] : [10_000, 1_000_000]) {
    say(`Filling the register to ${size} licence periods …`);
    await fillRegister(client, filled + 1, size);
    filled = size;
    for (const each of CASES) {
      const { own, bare } = await measure(ctx, client, each, quick ? 7 : 21);
      const before = first.get(each.name) ?? own;
      first.set(each.name, before);
      table.push([
        `${size}: ${each.name}`,
        ...[own, bare].map((value) => value.toFixed(1)),
        (own / bare).toFixed(2),
        (own / before).toFixed(2),
      ]);
    }
  }
  printTable(
    'The office’s register: one page and its count (median ms; raw: the same rows by one hand-written select; the answer of the region that grows has more rows then)',
    ['', 'own', 'raw', 'to raw', 'to 10,000'],
    table,
  );
}

/** On a database of its own, so that nothing else grows with it. */
export async function benchRegister({ quick }: { quick: boolean }): Promise<void> {
  await onOwnDatabase(async (root, client) => {
    const actor = await openOffice(root);
    await measureAll({ ...root, actor }, client, quick);
  });
}
