import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getPath } from '~/domain/applications/get-path.server';
import { askForEquivalence } from '~/domain/equivalences/ask-for-equivalence.server';
import { decideRequest } from '~/domain/equivalences/decide-request.server';
import { getRequest } from '~/domain/equivalences/get-request.server';
import type { DecideRequestInput } from '~/domain/equivalences/inputs';
import { openRequest } from '~/domain/equivalences/open-request.server';
import type { Actor } from '~/platform/actor';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { confirmedPaper, defineExternals, externalPaper } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

beforeEach(() => world.current.clock.set('2026-11-23T09:00:00Z'));

const unlisted = (validUntil: string | null) =>
  externalPaper({ external: null, title: 'Others', validUntil });

async function asked(level: string, ends: (string | null)[] = ['2027-03-31']) {
  const coach = await cast.newPerson('Coach');
  for (const end of ends) await confirmedPaper(cast, coach, unlisted(end));
  const { submissionKey, papers } = await openRequest(cast.as(coach), { level });
  const input = { submissionKey, level, evidence: papers.map(({ id }) => id), statement: 'Thirty hours' };
  const { requestId } = await askForEquivalence(cast.as(coach), input);
  return { coach, requestId, input };
}

const viewOf = (requestId: string) => getRequest(cast.as(cast.registrar), { requestId });

/** With whatever each decision asks for, and the proposal that stands now. */
async function decide(actor: Actor, requestId: string, act: DecideRequestInput['act'], facts = {}) {
  const { proposalId } = await viewOf(requestId);
  return decideRequest(cast.as(actor), {
    ...{ act, requestId, note: 'Seen', document: 'Minutes 9', counts: ['course:safe'] },
    ...{ effectiveOn: '2026-12-01', proposalId: proposalId ?? requestId, ...facts },
  } as DecideRequestInput);
}

const courseOf = async (coach: Actor, level: string) =>
  (await getPath(cast.as(coach), { level })).findings.find(({ kind }) => kind === 'course');
const mailsTo = ({ accountId }: Actor) =>
  cast.as(null).db.outboxMail.findMany({ where: { to: `${accountId}@test.kz` }, orderBy: { id: 'asc' } });

describe('taking back', () => {
  test('one key: from its day on it counts no more; the coach is told once', async () => {
    const { coach, requestId } = await asked('one');
    const early = decide(cast.registrar, requestId, 'revoke');
    await expect(early).rejects.toMatchObject({ code: 'equivalences.not-granted' });
    await decide(cast.registrar, requestId, 'grant');
    const past = decide(cast.registrar, requestId, 'revoke', { effectiveOn: '2026-11-22' });
    await expect(past).rejects.toMatchObject({
      code: 'equivalences.day-passed',
      extras: { field: 'effectiveOn' },
    });
    await Promise.all([1, 2].map(() => decide(cast.registrar, requestId, 'revoke')));
    expect((await courseOf(coach, 'one'))?.met).toBe(true);
    const { granted } = await openRequest(cast.as(coach), { level: 'one' });
    expect(granted).toMatchObject([{ key: 'course:safe', sentence: { ref: 'course:safe' } }]);
    world.current.clock.set('2026-12-01T09:00:00Z');
    expect((await courseOf(coach, 'one'))?.met).toBe(false);
    const [own] = (await openRequest(cast.as(coach), { level: 'one' })).requests;
    expect(own).toMatchObject({ state: 'revoked', acts: [{ act: 'grant' }, { effectiveOn: '2026-12-01' }] });
    const mails = (await mailsTo(coach)).filter(({ text }) => text.includes('Minutes 9'));
    expect(mails).toHaveLength(2);
    const again = decide(cast.secondRegistrar, requestId, 'revoke');
    await expect(again).rejects.toMatchObject({ code: 'equivalences.not-granted' });
  });

  test('two keys: another registrar confirms, and not for days that have passed', async () => {
    const { coach, requestId } = await asked('two');
    await decide(cast.registrar, requestId, 'grant');
    await decide(cast.secondRegistrar, requestId, 'confirm');
    await decide(cast.secondRegistrar, requestId, 'revoke');
    expect((await openRequest(cast.as(coach), { level: 'two' })).requests[0]?.acts).toHaveLength(1);
    const alone = decide(cast.secondRegistrar, requestId, 'confirm-revoke');
    await expect(alone).rejects.toMatchObject({ code: 'equivalences.second-key' });
    world.current.clock.set('2026-12-05T09:00:00Z');
    expect((await courseOf(coach, 'two'))?.met).toBe(true);
    const view = await viewOf(requestId);
    expect(view).toMatchObject({ state: 'granted', possible: ['confirm-revoke', 'keep'] });
    await decide(cast.registrar, requestId, 'confirm-revoke');
    expect((await courseOf(coach, 'two'))?.met).toBe(false);
    const { acts } = await viewOf(requestId);
    expect(acts.at(-1)).toMatchObject({ act: 'revoke', effectiveOn: '2026-12-05', counts: ['course:safe'] });
  });
});

describe('a proposal to take back that comes to nothing', () => {
  const proposedBy = async (actor: Actor) => {
    const { coach, requestId } = await asked('two');
    await decide(cast.registrar, requestId, 'grant');
    await decide(cast.secondRegistrar, requestId, 'confirm');
    await decide(actor, requestId, 'revoke');
    const { proposalId } = await viewOf(requestId);
    return { coach, requestId, proposalId };
  };

  test('withdrawn by its author alone, once, the coach hears nothing; then proposed anew and confirmed', async () => {
    const { coach, requestId, proposalId } = await proposedBy(cast.secondRegistrar);
    const told = (await mailsTo(coach)).length;
    const foreign = decide(cast.registrar, requestId, 'withdraw-revoke');
    await expect(foreign).rejects.toMatchObject({ code: 'equivalences.not-the-author' });
    const facts = { proposalId, note: '' };
    await Promise.all([1, 2].map(() => decide(cast.secondRegistrar, requestId, 'withdraw-revoke', facts)));
    expect(await viewOf(requestId)).toMatchObject({
      state: 'granted',
      possible: ['revoke'],
      proposalId: null,
    });
    expect((await viewOf(requestId)).acts).toHaveLength(4);
    await decide(cast.secondRegistrar, requestId, 'revoke', { effectiveOn: '2026-12-10' });
    const stale = decide(cast.registrar, requestId, 'confirm-revoke', facts);
    await expect(stale).rejects.toMatchObject({ code: 'equivalences.proposal-changed' });
    expect(await mailsTo(coach)).toHaveLength(told);
    await decide(cast.registrar, requestId, 'confirm-revoke');
    const [own] = (await openRequest(cast.as(coach), { level: 'two' })).requests;
    expect(own).toMatchObject({ state: 'revoked', acts: [{ act: 'grant' }, { effectiveOn: '2026-12-10' }] });
  });

  test('refused by another with a reason, and never by its author', async () => {
    const { coach, requestId } = await proposedBy(cast.registrar);
    const own = decide(cast.registrar, requestId, 'keep');
    await expect(own).rejects.toMatchObject({ code: 'equivalences.second-key' });
    const wordless = decide(cast.secondRegistrar, requestId, 'keep', { note: ' ' });
    await expect(wordless).rejects.toMatchObject({ name: 'ZodError' });
    const both = await Promise.allSettled([
      decide(cast.secondRegistrar, requestId, 'keep'),
      decide(cast.registrar, requestId, 'withdraw-revoke'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await courseOf(coach, 'two')).toMatchObject({ met: true });
    const late = decide(cast.secondRegistrar, requestId, 'confirm-revoke');
    await expect(late).rejects.toMatchObject({ code: 'equivalences.revoke-not-proposed' });
    const [row] = (await openRequest(cast.as(coach), { level: 'two' })).requests;
    expect(row).toMatchObject({ state: 'granted', acts: [{ act: 'grant' }] });
  });
});

describe('papers that run out', () => {
  test('cannot be named when they are over, and end what rests on them', async () => {
    const { coach, requestId, input } = await asked('one', ['2026-12-31', '2027-03-31']);
    await decide(cast.registrar, requestId, 'grant');
    expect(await courseOf(coach, 'one')).toMatchObject({ met: true, validUntil: '2027-03-31' });
    world.current.clock.set('2027-04-01T09:00:00Z');
    expect((await courseOf(coach, 'one'))?.met).toBe(false);
    const blank = await openRequest(cast.as(coach), { level: 'two' });
    expect(blank.papers).toEqual([]);
    const late = { ...input, level: 'two', submissionKey: blank.submissionKey };
    const asking = askForEquivalence(cast.as(coach), late);
    await expect(asking).rejects.toMatchObject({
      code: 'equivalences.unknown-evidence',
      extras: { field: 'evidence' },
    });
  });

  test('nothing is granted when all of them ran out meanwhile; one without an end carries for ever', async () => {
    const { requestId } = await asked('one');
    const lasting = await asked('one', ['2026-12-31', null]);
    await decide(cast.registrar, lasting.requestId, 'grant');
    expect((await courseOf(lasting.coach, 'one'))?.validUntil).toBeNull();
    world.current.clock.set('2027-04-01T09:00:00Z');
    const late = decide(cast.registrar, requestId, 'grant');
    await expect(late).rejects.toMatchObject({ code: 'equivalences.papers-over' });
  });
});
