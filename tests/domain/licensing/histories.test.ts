import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { isRunning, standingOn } from '~/domain/licensing/rules/licence-standing';
import { sanctionQualification } from '~/domain/licensing/sanction-qualification.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import type { Standing } from '~/domain/licensing/types';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import type { LicencePeriod } from '~/platform/db/client';
import { isDomainError } from '~/platform/errors';
import { addDays, type LocalDate } from '~/platform/local-date';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
const people: Actor[] = [];

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}
const source = numbers(20261123);
const below = (limit: number) => Math.floor(source.next().value * limit);

const sanction = (qualificationId: string, act: 'revoke' | 'suspend' | 'lift', effectiveOn: LocalDate) =>
  sanctionQualification(cast.as(cast.registrar), {
    ...(act === 'lift' ? { act } : { act, reason: 'conduct' as const }),
    qualificationId,
    document: 'order 1',
    effectiveOn,
    note: '',
  });

async function award(person: Actor, level: string): Promise<void> {
  const applied = await applyForLevel(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });
  const decision = { applicationId: applied.applicationId, note: '' };
  if (level === 'two') await decideApplication(cast.as(cast.registrar), { act: 'propose', ...decision });
  await decideApplication(cast.as(cast.secondRegistrar), { act: 'confirm', ...decision });
}

/** Renews the first licence that may be renewed; nothing where everything runs on or is suspended. */
async function renew(today: LocalDate): Promise<void> {
  const ids = (await cast.as(null).db.qualification.findMany({ select: { id: true } })).map(({ id }) => id);
  const facts = await getStandingFacts(cast.as(null), { qualificationIds: ids });
  const open = facts.find(
    (each) =>
      ['renewable', 'grace'].includes(standingOn(each, today).state) &&
      !each.revocation &&
      !each.suspensions.some(({ from, to }) => from <= today && (!to || today <= to)),
  );
  const person = people.find(({ personId }) => personId === open?.personId);
  if (!open || !person) return;
  await cast.makeReady(person, today);
  const two = await cast.as(null).db.level.findUnique({ where: { slug: 'two' } });
  const level = open.levelId === two?.id ? 'two' : 'one';
  const asked = await askForRenewal(cast.as(person), { level, languages: ['ja', 'en'], note: '' });
  const decision = { applicationId: asked.applicationId, note: '' };
  if (level === 'two') await decideApplication(cast.as(cast.registrar), { act: 'propose', ...decision });
  await decideApplication(cast.as(cast.secondRegistrar), { act: 'confirm', ...decision });
}

/** One act of anybody; what the rules forbid is forbidden and changes nothing. */
async function act(today: LocalDate): Promise<void> {
  const person = people[below(people.length)] ?? cast.registrar;
  const [facts] = await getStandingFacts(cast.as(null), { personIds: [person.personId] });
  try {
    const choice = below(11);
    if (choice < 2) await cast.makeReady(person, addDays(today, -below(40)));
    else if (choice === 10) await renew(today);
    else if (choice < 6 || !facts) await award(person, choice % 2 === 0 ? 'one' : 'two');
    else if (choice === 9 && below(3) > 0)
      await sanction(facts.qualificationId, 'revoke', addDays(today, below(20) - 5));
    else await sanction(facts.qualificationId, choice < 8 ? 'lift' : 'suspend', addDays(today, below(10)));
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

type Seen = { at: Date; on: LocalDate; states: Map<string, Standing>; periods: LicencePeriod[] };

async function look(on: LocalDate, knownAt: Date): Promise<Map<string, Standing>> {
  const ids = (await cast.as(null).db.qualification.findMany({ select: { id: true } })).map(({ id }) => id);
  const facts = await getStandingFacts(cast.as(null), { qualificationIds: ids, knownAt });
  return new Map(facts.map((each) => [each.periodId, standingOn(each, on)]));
}

const seen: Seen[] = [];

beforeAll(async () => {
  world.current.clock.set('2024-01-10T09:00:00Z');
  cast = await openCast(world.current);
  for (let index = 0; index < 12; index += 1) people.push(await cast.newPerson(`Coach ${index}`));
  for (let step = 0, day = '2024-01-10'; step < 200; step += 1) {
    day = addDays(day, 1 + below(12));
    world.current.clock.set(`${day}T09:00:00Z`);
    await act(day);
    const at = world.current.clock.now();
    if (step % 10 === 0) {
      const periods = await cast.as(null).db.licencePeriod.findMany();
      seen.push({ at, on: addDays(day, below(60) - 30), states: await look(day, at), periods });
    }
  }
});

test('the history is worth looking at', async () => {
  const { db } = cast.as(null);
  expect(await db.qualification.count()).toBeGreaterThan(8);
  expect(await db.suspension.count()).toBeGreaterThan(3);
  expect(await db.licencePeriod.count({ where: { no: { gt: 1 } } })).toBeGreaterThan(1);
  expect(await db.revocation.count()).toBeGreaterThan(1);
});

test('what was answered once is answered again, as known then', async () => {
  for (const { at, states } of seen) {
    const day = at.toISOString().slice(0, 10);
    expect(await look(day, at)).toEqual(states);
  }
});

test('the register says the same as the rules, on every day and in every list', async () => {
  const facts = await getStandingFacts(cast.as(null), {
    qualificationIds: (await cast.as(null).db.qualification.findMany({ select: { id: true } })).map(
      ({ id }) => id,
    ),
  });
  for (let day = '2024-02-01'; day < '2031-06-01'; day = addDays(day, 41)) {
    world.current.clock.set(`${day}T07:00:00Z`);
    const ctx = cast.as(cast.registrar);
    const { rows, total } = await searchRegister(ctx, { state: 'all' });
    expect(total).toBe(new Set(facts.map(({ qualificationId }) => qualificationId)).size);
    for (const row of rows) {
      const own = facts.find(({ periodId }) => periodId === row.periodId);
      if (!own || !isRunning(own, day)) throw new Error('a row without facts, or not of this day');
      const { state, reason, missing } = standingOn(own, day);
      const late = state === 'revoked' || state === 'future' || state === 'lapsed' || state === 'grace';
      expect({ day, state: row.state, reason: row.reason }).toEqual({ day, state, reason });
      if (!late) expect([...row.missing].sort()).toEqual([...missing].sort());
    }
    const count = async (list: string) => (await searchRegister(ctx, { state: list })).total;
    const parts = ['active', 'renewable', 'suspended', 'grace', 'lapsed', 'revoked'];
    const sums = await Promise.all(parts.map(count));
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(
      rows.filter(({ state }) => state !== 'future').length,
    );
  }
});

test('two keys are two people, periods are never edited, and the chain holds', async () => {
  const { db } = cast.as(null);
  const confirmed = await db.applicationDecision.findMany({ where: { act: 'confirm', key: 2 } });
  for (const { applicationId, actorId } of confirmed) {
    const proposals = await db.applicationDecision.findMany({ where: { applicationId, act: 'propose' } });
    expect(proposals).toHaveLength(1);
    expect(proposals[0]?.actorId).not.toBe(actorId);
  }
  const now = new Map((await db.licencePeriod.findMany()).map((period) => [period.id, period]));
  for (const period of seen.flatMap(({ periods }) => periods)) expect(now.get(period.id)).toEqual(period);
  expect((await db.numberCounter.findFirst())?.last).toBe(await db.licencePeriod.count());
  expect((await verifyChain(db)).finding).toBeNull();
});
