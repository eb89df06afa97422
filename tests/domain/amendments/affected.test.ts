import { beforeAll, describe, expect, test } from 'vitest';
import { listAffected } from '~/domain/amendments/list-affected.server';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import type { HolderRecord } from '~/domain/licensing/types';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import { addDays, lastMonthsAfter } from '~/platform/local-date';
import { amending, points, terms } from '../../support/amendments';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';

const world = useWorld();
let cast: RenewalCast;
const people = new Map<string, Actor>();

async function recordOf(personId: string, on: string): Promise<HolderRecord> {
  const records = await getHolderRecords(cast.as(null), { personIds: [personId], on });
  return records.get(personId) ?? { licences: [], components: [] };
}

const at = (day: string) => world.current.clock.set(`${day}T07:00:00Z`);
const confirm = (applicationId: string) =>
  decideApplication(cast.as(cast.registrar), { act: 'confirm', applicationId, note: '' });
const ask = (person: Actor) =>
  askForRenewal(cast.as(person), { level: 'keep', languages: ['kk', 'ru'], note: '' });

/** Awarded on the day; before 2026 for two years, later for one, with three months of grace and a tier of twelve. */
async function holder(name: string, awardedOn: string): Promise<Actor> {
  at(awardedOn);
  const person = await cast.newPerson(name);
  people.set(name, person);
  await cast.makeReady(person, addDays(awardedOn, -1));
  const input = { level: 'keep', languages: ['kk', 'ru'] as const, note: '' };
  await confirm((await applyForLevel(cast.as(person), input)).applicationId);
  return person;
}

const affected = (input: { from?: string; after?: string } = {}) =>
  listAffected(cast.as(cast.secondRegistrar), { level: 'keep', ...input });

const DAYS = [
  '2024-06-01',
  '2024-12-31',
  '2025-01-01',
  '2025-01-02',
  '2025-07-01',
  '2026-01-01',
  '2026-03-05',
];

beforeAll(async () => {
  at('2024-01-10');
  cast = await openRenewalCast(world.current);
  for (const day of DAYS) await holder(`Since ${day}`, day);
  const revoked = await holder('Revoked', '2026-02-01');
  const { licences } = await recordOf(revoked.personId, '2026-02-01');
  await sanctionQualification(cast.as(cast.registrar), {
    act: 'revoke',
    qualificationId: licences[0]?.facts.qualificationId ?? '',
    reason: 'safety',
    document: 'No. 1',
    legalBasis: 'Rules, 4.2',
    effectiveOn: '2026-02-01',
    note: '',
  });
  at('2026-11-28');
  const { begin, edit, propose } = amending((actor) => cast.as(actor), 'keep');
  await begin(cast.registrar);
  await edit(cast.registrar, points(10));
  await edit(cast.registrar, terms({ span: 24 }));
  await propose(cast.registrar);
});

/** What the list should hold, from every licence one by one. */
async function recomputed(from: string) {
  const rows: { name: string; until: string; isDue: boolean }[] = [];
  for (const [name, { personId }] of people) {
    const { licences } = await recordOf(personId, '2026-11-28');
    const newest = licences.at(-1)?.facts;
    if (!newest || newest.revocations.length > 0) continue;
    const isDue = addDays(newest.until, 1) >= from;
    if (isDue || lastMonthsAfter(newest.until, 12) >= from) rows.push({ name, until: newest.until, isDue });
  }
  return rows.sort((a, b) => (a.until < b.until ? -1 : 1));
}

describe('who is affected', () => {
  test('is told before it starts, and equals a count of one licence after the other', async () => {
    const { found } = await affected();
    if (!found) throw new Error('Nothing is drafted');
    const wanted = await recomputed('2027-01-01');
    expect(wanted.length).toBeGreaterThan(4);
    expect(found.rows.map(({ displayName: name, until, isDue }) => ({ name, until, isDue }))).toEqual(wanted);
    expect(found).toMatchObject({
      isDraft: true,
      due: wanted.filter(({ isDue }) => isDue).length,
      late: wanted.filter(({ isDue }) => !isDue).length,
      next: null,
    });
    expect(found.rows.map(({ displayName }) => displayName)).not.toContain('Revoked');
  });

  test('with what changes for each: the running cycle keeps its points, the next one its new end', async () => {
    const { found } = await affected();
    const row = found?.rows.find(({ displayName }) => displayName === 'Since 2026-01-01');
    expect(row).toMatchObject({
      until: '2026-12-31',
      isDue: true,
      begins: '2027-01-01',
      lastsBefore: '2027-12-31',
      lastsNow: '2028-12-31',
      pointsOfRunning: 6,
      lacks: [],
      isAsked: false,
    });
  });
});

describe('6 to 10 points from 1 January', () => {
  test('a cycle of before is renewed by six, the one after it by ten; nothing of before is written anew', async () => {
    const { approve } = amending((actor) => cast.as(actor), 'keep');
    const person = people.get('Since 2026-01-01');
    if (!person) throw new Error('The test lost its holder');
    at('2026-11-28');
    const { db } = cast.as(null);
    const everything = async () => ({
      periods: await db.licencePeriod.findMany({ orderBy: { id: 'asc' } }),
      rules: await db.ruleSetVersion.findMany({ where: { effectiveFrom: { lt: new Date('2027-01-01') } } }),
      record: await recordOf(person.personId, '2026-11-28'),
    });
    const before = await everything();
    await approve(cast.secondRegistrar);
    expect(await everything()).toEqual(before);

    await cast.earn(person, 6, '2026-06-01');
    await confirm((await ask(person)).applicationId);
    at('2027-11-01');
    const path = await getPath(cast.as(person), { level: 'keep' });
    expect(path.renewal).toBeNull();
    at('2028-11-01');
    await cast.makeReady(person, '2028-10-01');
    await cast.earn(person, 10, '2028-02-01');
    expect((await getPath(cast.as(person), { level: 'keep' })).renewal?.points).toMatchObject({
      required: 10,
      met: true,
    });
    expect(await db.licencePeriod.findFirst({ where: { id: before.periods[0]?.id ?? '' } })).toEqual(
      before.periods[0],
    );
  });

  test('asked about after the approval it is the same list, without those renewed meanwhile', async () => {
    at('2026-11-28');
    const { found } = await affected({ from: '2027-01-01' });
    const names = found?.rows.map(({ displayName }) => displayName) ?? [];
    expect(found?.isDraft).toBe(false);
    expect(names).toContain('Since 2026-03-05');
    expect(await listAffected(cast.as(cast.registrar), { level: 'one' })).toMatchObject({ found: null });
    await expect(listAffected(cast.as(cast.assessor), { level: 'keep' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
