import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideAppeal } from '~/domain/appeals/decide-appeal.server';
import { getAppeal } from '~/domain/appeals/get-appeal.server';
import { listAppeals } from '~/domain/appeals/list-appeals.server';
import { listAppealsOf } from '~/domain/appeals/list-appeals-of.server';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import { askForEquivalence } from '~/domain/equivalences/ask-for-equivalence.server';
import { decideRequest } from '~/domain/equivalences/decide-request.server';
import { getRequest } from '~/domain/equivalences/get-request.server';
import type { DecideRequestInput } from '~/domain/equivalences/inputs';
import { listOwnRequests } from '~/domain/equivalences/list-own-requests.server';
import { openRequest } from '~/domain/equivalences/open-request.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { confirmedPaper, defineExternals, externalPaper } from '../equivalences/externals';

const world = useWorld();
let cast: Cast;
let third: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
  third = await cast.newPerson('Registrar Three', '/kjf/', cast.registrar.grants);
});

beforeEach(() => world.current.clock.set('2026-11-23T09:00:00Z'));

async function ask(coach: Actor): Promise<string> {
  const { submissionKey, papers } = await openRequest(cast.as(coach), { level: 'two' });
  const evidence = papers.map(({ id }) => id);
  const input = { submissionKey, level: 'two', evidence, statement: 'Thirty hours' };
  return (await askForEquivalence(cast.as(coach), input)).requestId;
}

async function asked(): Promise<{ coach: Actor; requestId: string }> {
  const coach = await cast.newPerson('Coach');
  await confirmedPaper(cast, coach, externalPaper({ external: null, title: 'A school of others' }));
  return { coach, requestId: await ask(coach) };
}

async function answer(actor: Actor, requestId: string, act: DecideRequestInput['act']): Promise<void> {
  const { proposalId } = await getRequest(cast.as(cast.registrar), { requestId });
  await decideRequest(cast.as(actor), {
    ...{ act, requestId, note: 'Seen', document: '', counts: ['course:safe'], proposalId: proposalId ?? '' },
    ...(act === 'grant' ? { document: 'Minutes 7' } : {}),
  } as DecideRequestInput);
}

/** Proposed by the first registrar, refused by the second. */
async function refused(): Promise<{ coach: Actor; requestId: string }> {
  const request = await asked();
  await answer(cast.registrar, request.requestId, 'grant');
  await answer(cast.secondRegistrar, request.requestId, 'refuse');
  return request;
}

const appeal = (coach: Actor, requestId: string, text = 'It is there') =>
  submitAppeal(cast.as(coach), { against: 'request', requestId, text });

const idOf = async (coach: Actor) => (await listOwnAppeals(cast.as(coach))).at(-1)?.id ?? '';

const decide = (actor: Actor, appealId: string, outcome: 'allowed' | 'dismissed') =>
  decideAppeal(cast.as(actor), { appealId, outcome, document: 'Minutes 8', answer: 'Because' });

const mailsTo = ({ accountId }: Actor) =>
  cast.as(null).db.outboxMail.findMany({ where: { to: `${accountId}@test.kz` }, orderBy: { id: 'asc' } });

describe('against the refusal of a request for equivalence', () => {
  test('allowed by one who took no part: open as it was asked, and decided anew by two keys', async () => {
    const { coach, requestId } = await refused();
    expect((await mailsTo(coach)).at(-1)?.text).toContain('14 декабря 2026');
    await Promise.all([appeal(coach, requestId), appeal(coach, requestId)]);
    expect(await listOwnAppeals(cast.as(coach))).toMatchObject([{ kind: 'request', requestId }]);
    const appealId = await idOf(coach);
    for (const part of [cast.registrar, cast.secondRegistrar])
      await expect(decide(part, appealId, 'allowed')).rejects.toMatchObject({ code: 'appeals.took-part' });
    const open = await listAppeals(cast.as(third), {});
    expect(open.rows).toContainEqual(expect.objectContaining({ id: appealId, kind: 'request' }));
    expect(await getAppeal(cast.as(third), { appealId })).toMatchObject({
      ...{ tookPart: false, keys: 1, decision: { act: 'refuse', note: 'Seen', effectiveOn: '2026-11-23' } },
    });
    await Promise.all([decide(third, appealId, 'allowed'), decide(third, appealId, 'allowed')]);
    const [own] = await listOwnRequests(cast.as(coach));
    expect(own).toMatchObject({ state: 'asked', closedAt: null, statement: 'Thirty hours' });
    await answer(cast.registrar, requestId, 'grant');
    await expect(answer(cast.registrar, requestId, 'confirm')).rejects.toMatchObject({
      code: 'equivalences.second-key',
    });
    await answer(cast.secondRegistrar, requestId, 'confirm');
    const { acts, state } = await getRequest(cast.as(third), { requestId });
    expect(state).toBe('granted');
    expect(acts.map(({ act }) => act)).toEqual(['propose', 'refuse', 'reopen', 'propose', 'grant']);
    const letters = (await mailsTo(coach)).slice(-3);
    expect(letters.map(({ subject }) => subject.split(':')[0])).toEqual([
      ...['Апелляция принята', 'Апелляция удовлетворена', 'Ваш документ зачтён'],
    ]);
    for (const { text } of letters) expect(text).toContain('/me/qualifications/two/equivalence');
  });

  test('dismissed: the refusal stands; a second refusal is a new decision', async () => {
    const { coach, requestId } = await refused();
    await appeal(coach, requestId);
    await decide(third, await idOf(coach), 'dismissed');
    await expect(appeal(coach, requestId, 'Again')).rejects.toMatchObject({
      code: 'appeals.already-appealed',
    });
    expect((await listOwnRequests(cast.as(coach)))[0]?.state).toBe('refused');
    const { personId } = coach;
    expect(await listAppealsOf(cast.as(third), { personId, id: requestId })).toMatchObject([
      { outcome: 'dismissed', document: 'Minutes 8' },
    ]);
    const again = await refused();
    await appeal(again.coach, again.requestId);
    await decide(third, await idOf(again.coach), 'allowed');
    await answer(cast.secondRegistrar, again.requestId, 'refuse');
    await appeal(again.coach, again.requestId, 'Once more');
    expect(await listOwnAppeals(cast.as(again.coach))).toHaveLength(2);
    const late = decide(third, await idOf(again.coach), 'allowed');
    await expect(late).rejects.toMatchObject({ code: 'appeals.took-part' });
  });
});

describe('no appeal', () => {
  test('after 21 days, for others, where nothing is refused, or beside a new request', async () => {
    const { coach, requestId } = await refused();
    const other = await asked();
    await expect(appeal(other.coach, requestId)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(appeal(other.coach, other.requestId)).rejects.toMatchObject({
      code: 'appeals.nothing-to-appeal',
    });
    world.current.clock.set('2026-12-14T19:00:00Z');
    await expect(appeal(coach, requestId)).rejects.toMatchObject({ code: 'appeals.too-late' });
    world.current.clock.set('2026-12-14T18:59:00Z');
    await appeal(coach, requestId);
    await ask(coach);
    const allowed = decide(third, await idOf(coach), 'allowed');
    await expect(allowed).rejects.toMatchObject({ code: 'equivalences.asked-anew' });
    await decide(third, await idOf(coach), 'dismissed');
    const beside = await refused();
    await ask(beside.coach);
    await expect(appeal(beside.coach, beside.requestId)).rejects.toMatchObject({
      code: 'equivalences.asked-anew',
    });
    expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
  });

  test('is decided by its own coach, nor by a registrar of another place', async () => {
    const { coach, requestId } = await refused();
    await appeal(coach, requestId);
    const appealId = await idOf(coach);
    const self = { ...third, personId: coach.personId };
    await expect(decide(self, appealId, 'allowed')).rejects.toMatchObject({ code: 'licensing.own-record' });
    const grants = third.grants.map((each) => ({ ...each, path: '/kjf/far/' }));
    const far = await cast.newPerson('Far', '/kjf/far/', grants);
    await expect(decide(far, appealId, 'allowed')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
