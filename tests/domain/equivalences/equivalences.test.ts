import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import { getEquivalence } from '~/domain/equivalences/get-equivalence.server';
import type { DecideInput } from '~/domain/equivalences/inputs';
import { listEquivalences } from '~/domain/equivalences/list-equivalences.server';
import { listInForce } from '~/domain/equivalences/list-in-force.server';
import { openProposal } from '~/domain/equivalences/open-proposal.server';
import { proposeEquivalence } from '~/domain/equivalences/propose-equivalence.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { confirmedEquivalence, confirmedPaper, defineExternals, proposal } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

const START = '2026-11-23T09:00:00Z';

/** One pair may have one open equivalence: what a test left open is ended. */
beforeEach(async () => {
  world.current.clock.set(START);
  const office = cast.as(cast.secondRegistrar);
  const { rows } = await listEquivalences(office, {});
  for (const { id, state } of rows)
    await decide(cast.secondRegistrar, id, state === 'proposed' ? 'refuse' : 'end');
});

const propose = (facts = {}, actor = cast.registrar) => proposeEquivalence(cast.as(actor), proposal(facts));
const decide = (actor: Actor, equivalenceId: string, act: DecideInput['act'], note = 'Because') =>
  decideEquivalence(cast.as(actor), { equivalenceId, act, note });
const inForce = (on: string, withComing = false) =>
  listInForce(cast.as(null), { externals: ['other-c', 'other-b', 'house-2'], on, withComing });

describe('proposing', () => {
  test('sent twice, also at once, it is one proposal', async () => {
    const input = proposal();
    const sent = await Promise.all([1, 2, 3].map(() => proposeEquivalence(cast.as(cast.registrar), input)));
    expect(new Set(sent.map(({ equivalenceId }) => equivalenceId)).size).toBe(1);
  });

  test('of one pair only one is open', async () => {
    await propose();
    await expect(propose()).rejects.toMatchObject({ code: 'equivalences.pair-open' });
    await propose({ external: 'other-b' });
  });

  test.each([
    [{ counts: ['registration'] }, 'equivalences.not-countable', 'counts'],
    [{ level: 'one', counts: ['practical:one'] }, 'equivalences.not-countable', 'counts'],
    [{ counts: ['course:safe', 'course:other'] }, 'equivalences.not-countable', 'counts'],
    [{ external: 'nothing' }, 'equivalences.unknown-external', 'external'],
    [{ validUntil: '2026-10-31' }, 'equivalences.dates-reversed', 'validUntil'],
  ])('%j: %s', async (facts, code, field) => {
    await expect(propose(facts)).rejects.toMatchObject({ code, extras: { field } });
  });

  test('what nothing may stand in for is not even offered', async () => {
    const { chosen } = await openProposal(cast.as(cast.registrar), { external: 'other-c', level: 'one' });
    expect(chosen?.countable.map(({ key }) => key)).toEqual(['course:safe']);
  });

  test('is for registrars of the framework', async () => {
    const grant = {
      role: 'registrar' as const,
      organisationId: cast.organisationId,
      lang: null,
      level: null,
    };
    const region = await cast.newPerson('Region', '/kjf/r/', [{ ...grant, path: '/kjf/r/' }]);
    await expect(propose({}, region)).rejects.toMatchObject({ code: 'equivalences.may-not-rule' });
    const coach = await cast.newPerson('Coach');
    await expect(propose({}, coach)).rejects.toMatchObject({ kind: 'forbidden' });
    const { equivalenceId } = await propose();
    await expect(decide(region, equivalenceId, 'confirm')).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await getEquivalence(cast.as(region), { equivalenceId })).possible).toEqual([]);
    await expect(getEquivalence(cast.as(coach), { equivalenceId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('two keys', () => {
  test('the author may only withdraw, another one confirms or refuses, each once', async () => {
    const { equivalenceId } = await propose();
    const possible = async (actor: Actor) =>
      (await getEquivalence(cast.as(actor), { equivalenceId })).possible;
    expect(await possible(cast.registrar)).toEqual(['withdraw']);
    expect(await possible(cast.secondRegistrar)).toEqual(['confirm', 'refuse']);
    const byAuthor = decide(cast.registrar, equivalenceId, 'confirm');
    await expect(byAuthor).rejects.toMatchObject({ code: 'equivalences.second-person' });
    const withdrawn = decide(cast.secondRegistrar, equivalenceId, 'withdraw');
    await expect(withdrawn).rejects.toMatchObject({ code: 'equivalences.not-the-author' });
    await Promise.all([1, 2].map(() => decide(cast.secondRegistrar, equivalenceId, 'confirm')));
    const { acts, state } = await getEquivalence(cast.as(cast.registrar), { equivalenceId });
    expect(acts.map(({ act }) => act)).toEqual(['confirm']);
    expect(state).toBe('confirmed');
    const again = decide(cast.secondRegistrar, equivalenceId, 'refuse');
    await expect(again).rejects.toMatchObject({ code: 'equivalences.already-decided' });
  });

  test('it counts from the day of confirmation, or later where it says so', async () => {
    await confirmedEquivalence(cast);
    await confirmedEquivalence(cast, {
      external: 'other-b',
      validFrom: '2026-12-01',
      validUntil: '2026-12-31',
    });
    const slugs = async (on: string, coming = false) =>
      (await inForce(on, coming)).map(({ external, begins }) => `${external} ${begins}`);
    expect(await slugs('2026-11-22')).toEqual([]);
    expect(await slugs('2026-11-23')).toEqual(['other-c 2026-11-23']);
    expect(await slugs('2026-11-23', true)).toEqual(['other-c 2026-11-23', 'other-b 2026-12-01']);
    expect(await slugs('2026-12-31')).toHaveLength(2);
    expect(await slugs('2027-01-01')).toEqual(['other-c 2026-11-23']);
  });

  test('ended, it counts no more from that day on, and the list keeps it', async () => {
    const equivalenceId = await confirmedEquivalence(cast, { external: 'house-2' });
    world.current.clock.set('2026-12-05T09:00:00Z');
    await decide(cast.registrar, equivalenceId, 'end');
    await decide(cast.registrar, equivalenceId, 'end');
    expect(await inForce('2026-12-04')).toHaveLength(1);
    expect(await inForce('2026-12-05')).toHaveLength(0);
    const { rows } = await listEquivalences(cast.as(cast.registrar), { list: 'closed' });
    expect(rows[0]).toMatchObject({ id: equivalenceId, state: 'ended', external: 'house-2' });
    const over = decide(cast.secondRegistrar, equivalenceId, 'end');
    await expect(over).rejects.toMatchObject({ code: 'equivalences.not-in-force' });
  });

  test('one whose last day has passed is not confirmed any more', async () => {
    const { equivalenceId } = await propose({ validUntil: '2026-11-30' });
    world.current.clock.set('2026-12-01T09:00:00Z');
    const late = decide(cast.secondRegistrar, equivalenceId, 'confirm');
    await expect(late).rejects.toMatchObject({ code: 'equivalences.over' });
  });
});

test('whoever decides sees how many people it would help', async () => {
  const coach = await cast.newPerson('Coach');
  await confirmedPaper(cast, coach);
  await confirmedPaper(cast, coach);
  await confirmedPaper(cast, await cast.newPerson('Coach'));
  const { equivalenceId } = await propose();
  const view = await getEquivalence(cast.as(cast.registrar), { equivalenceId });
  expect(view.people).toBe(2);
  expect(view.requirements).toMatchObject([{ key: 'course:safe', sentence: { ref: 'course:safe' } }]);
  expect(view.equivalence.conditions).toMatchObject({ original: 'ru', en: { text: 'A year of teaching' } });
});

test('damaged addresses are not found or read as empty, and the chain holds', async () => {
  const office = cast.as(cast.registrar);
  for (const equivalenceId of ['', 'a\u0000b', 'x', '0199c000-0000-7000-8000-000000000009'])
    await expect(getEquivalence(office, { equivalenceId })).rejects.toMatchObject({ kind: 'not-found' });
  for (const field of ['list', 'after'])
    await expect(listEquivalences(office, { [field]: 'a\u0000b' })).resolves.toBeDefined();
  expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
});
