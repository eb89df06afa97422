import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { isRunning, standingOn } from '~/domain/licensing/rules/licence-standing';
import { searchRegister } from '~/domain/licensing/search-register.server';
import type { Standing } from '~/domain/licensing/types';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import type { SanctionInput } from '~/domain/sanctions/inputs';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import type { LicencePeriod } from '~/platform/db/client';
import { isDomainError } from '~/platform/errors';
import { addDays, type LocalDate } from '~/platform/local-date';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { issueAll, publicWords } from '../credentials/issue-all';

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

const ACTS = ['revoke', 'annul', 'suspend', 'lift', 'pause', 'resume'] as const;
type Act = (typeof ACTS)[number];

/** What else an act asks for. */
function further(act: Act, from: LocalDate): object {
  if (act === 'revoke' || act === 'suspend') return { reason: 'conduct', legalBasis: 'rule 4' };
  if (act === 'annul') return { reason: 'error' };
  return act === 'pause' ? { reason: 'illness', until: addDays(from, 5 + below(200)) } : {};
}

/** Where two keys are asked for the other registrar answers, or not. */
async function sanction(qualificationId: string, act: Act, effectiveOn: LocalDate): Promise<void> {
  const done = await sanctionQualification(cast.as(cast.registrar), {
    ...{ act, qualificationId, document: 'order 1', effectiveOn, note: '' },
    ...further(act, effectiveOn),
  } as SanctionInput);
  if (done.state === 'done') return;
  const open = await cast
    .as(null)
    .db.proposal.findFirstOrThrow({ where: { qualificationId, act, closedAt: null } });
  const answer = below(4) > 0 ? 'confirm' : 'decline';
  await answerProposal(cast.as(cast.secondRegistrar), { answer, proposalId: open.id, note: 'seen' });
}

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
      each.revocations.length === 0 &&
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

/** The holder gives an award up. */
const surrender = (person: Actor, qualificationId: string) =>
  surrenderQualification(cast.as(person), { qualificationId, sure: 'on', note: '' });

/** One act of anybody; what the rules forbid is forbidden and changes nothing. */
async function act(today: LocalDate): Promise<void> {
  const person = people[below(people.length)] ?? cast.registrar;
  const facts = (await getStandingFacts(cast.as(null), { personIds: [person.personId] })).at(-1);
  try {
    const choice = below(16);
    if (choice < 2) await cast.makeReady(person, addDays(today, -below(40)));
    else if (choice < 4) await renew(today);
    else if (choice < 7 || !facts) await award(person, choice % 2 === 0 ? 'one' : 'two');
    else if (choice === 7 && below(4) === 0) await surrender(person, facts.qualificationId);
    else {
      const isPaused = facts.suspensions.some(({ kind, to }) => kind === 'paused' && to && to >= today);
      const chosen = isPaused && below(2) === 0 ? 'resume' : (ACTS[below(ACTS.length)] ?? 'lift');
      const from = facts.revocations.at(-1)?.from ?? today;
      const isPause = chosen === 'pause' || chosen === 'resume';
      const near = addDays(today, below(20) - (isPause && below(3) > 0 ? 0 : 5));
      await sanction(facts.qualificationId, chosen, chosen === 'annul' && below(2) === 0 ? from : near);
    }
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
  for (let step = 0, day = '2024-01-10'; step < 320; step += 1) {
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
  expect(await db.revocation.count({ where: { annulledOn: { not: null } } })).toBeGreaterThan(1);
  expect(await db.pause.count({ where: { endedOn: { not: null } } })).toBeGreaterThan(0);
  expect(await db.pause.count()).toBeGreaterThan(2);
  expect(await db.surrender.count()).toBeGreaterThan(0);
  expect(await db.proposal.count({ where: { outcome: 'confirmed' } })).toBeGreaterThan(3);
  expect(await db.proposal.count({ where: { outcome: 'declined' } })).toBeGreaterThan(0);
});

test('what a decision says it changed is what is computed', async () => {
  const decisions = await cast.as(null).db.decision.findMany();
  for (const { qualificationId, before, after, effectiveOn, recordedAt } of decisions) {
    const on = effectiveOn.toISOString().slice(0, 10);
    const at = async (knownAt: Date) => {
      const facts = await getStandingFacts(cast.as(null), { qualificationIds: [qualificationId], knownAt });
      const running = facts.findLast((each) => isRunning(each, on)) ?? facts[0];
      return running && standingOn(running, on);
    };
    expect(await at(recordedAt)).toMatchObject(after as object);
    expect(await at(new Date(recordedAt.getTime() - 1))).toMatchObject(before as object);
  }
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
  for (let day = '2024-02-01'; day < '2031-06-01'; day = addDays(day, 83)) {
    world.current.clock.set(`${day}T07:00:00Z`);
    const ctx = cast.as(cast.registrar);
    const { rows, total } = await searchRegister(ctx, { state: 'all' });
    expect(total).toBe(new Set(facts.map(({ qualificationId }) => qualificationId)).size);
    for (const row of rows) {
      const own = facts.find(({ periodId }) => periodId === row.periodId);
      if (!own || !isRunning(own, day)) throw new Error('a row without facts, or not of this day');
      const { state, reason, missing } = standingOn(own, day);
      const late = !['active', 'renewable', 'suspended'].includes(state);
      const { until } = own;
      expect({ day, until: row.until, state: row.state, reason: row.reason }).toEqual({
        day,
        until,
        state,
        reason,
      });
      if (!late) expect([...row.missing].sort()).toEqual([...missing].sort());
    }
    const count = async (list: string) => (await searchRegister(ctx, { state: list })).total;
    const parts = ['active', 'renewable', 'suspended', 'grace', 'lapsed', 'surrendered', 'revoked'];
    const sums = await Promise.all(parts.map(count));
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(
      rows.filter(({ state }) => state !== 'future').length,
    );
  }
});

test('the public answer says the same as the rules, for every document, day and moment', async () => {
  const serials = await issueAll(cast.as(null));
  for (const { at } of seen.filter((_each, index) => index % 4 === 3)) {
    const ids = [...new Set((await cast.as(null).db.qualification.findMany()).map(({ id }) => id))];
    const facts = await getStandingFacts(cast.as(null), { qualificationIds: ids, knownAt: at });
    for (const each of facts) {
      for (const ahead of [-60, 0, 45, 400, 900]) {
        const on = addDays(at.toISOString().slice(0, 10), ahead);
        const serial = serials.get(each.periodId) ?? '';
        const found = await verifyCredential(cast.as(null), { serial, on, knownAt: at });
        const said = { status: found?.status, validUntil: found?.validUntil };
        expect(said).toEqual({ status: publicWords(standingOn(each, on)), validUntil: each.until });
      }
    }
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
  const sanctioned = await db.decision.findMany({ where: { key: 2 } });
  for (const { actorId, proposerId } of sanctioned) {
    expect(proposerId).not.toBeNull();
    expect(proposerId).not.toBe(actorId);
  }
  const now = new Map((await db.licencePeriod.findMany()).map((period) => [period.id, period]));
  for (const { pausedDays: _moved, ...period } of seen.flatMap(({ periods }) => periods))
    expect(now.get(period.id)).toMatchObject(period);
  const qualificationIds = [...new Set([...now.values()].map((period) => period.qualificationId))];
  const facts = await getStandingFacts(cast.as(null), { qualificationIds });
  expect(facts.some(({ pausedDays }) => pausedDays > 0)).toBe(true);
  for (const { periodId, pausedDays } of facts) expect(now.get(periodId)?.pausedDays).toBe(pausedDays);
  expect((await db.numberCounter.findFirst())?.last).toBe(await db.licencePeriod.count());
  expect((await verifyChain(db)).finding).toBeNull();
});
