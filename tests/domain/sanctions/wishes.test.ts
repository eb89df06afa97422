import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import { askOffice } from '~/domain/sanctions/ask-office.server';
import { exportPersonalData } from '~/domain/sanctions/export-personal-data.server';
import type { SanctionInput } from '~/domain/sanctions/inputs';
import { listOwnProposals } from '~/domain/sanctions/list-own-proposals.server';
import { listProposals } from '~/domain/sanctions/list-proposals.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let third: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  third = await cast.newPerson('Registrar Three', '/kjf/', cast.registrar.grants);
});

const TODAY = '2026-11-23';
const LATER = { effectiveOn: '2026-12-01', until: '2026-12-31' };
const at = (day: string) => world.current.clock.set(`${day}T09:00:00Z`);

async function award(level: 'one' | 'two'): Promise<{ person: Actor; qualificationId: string }> {
  at('2026-11-02');
  const person = await cast.newPerson('Holder');
  await cast.makeReady(person);
  const applied = await applyForLevel(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });
  const decision = { applicationId: applied.applicationId, note: '' };
  if (level === 'two') await decideApplication(cast.as(cast.registrar), { act: 'propose', ...decision });
  await decideApplication(cast.as(cast.secondRegistrar), { act: 'confirm', ...decision });
  at(TODAY);
  const [facts] = await getStandingFacts(cast.as(null), { personIds: [person.personId] });
  return { person, qualificationId: facts?.qualificationId ?? '' };
}

const act = (qualificationId: string, name: SanctionInput['act'], more: object) =>
  sanctionQualification(cast.as(cast.registrar), {
    ...{ act: name, qualificationId, document: 'No. 1', note: '', ...more },
  } as SanctionInput);

const ask = (person: Actor, qualificationId: string, days = LATER) =>
  askOffice(cast.as(person), { act: 'pause', reason: 'illness', note: '', qualificationId, ...days });

const openOf = async (qualificationId: string): Promise<string> =>
  (await cast.as(null).db.proposal.findFirstOrThrow({ where: { qualificationId, closedAt: null } })).id;

const answer = (actor: Actor, proposalId: string, said: 'confirm' | 'decline' | 'take-back', note = 'seen') =>
  answerProposal(cast.as(actor), { answer: said, proposalId, note });

const REFUSED = { code: 'licensing.date-out-of-range', extras: { field: 'effectiveOn' } };

test('with one key no pause begins before today and none ends before today', async () => {
  const { person, qualificationId } = await award('one');
  const past = { effectiveOn: '2026-11-20', until: '2026-12-31' };
  await expect(act(qualificationId, 'pause', { reason: 'other', ...past })).rejects.toMatchObject(REFUSED);
  await expect(ask(person, qualificationId, past)).rejects.toMatchObject(REFUSED);
  await act(qualificationId, 'pause', { reason: 'other', effectiveOn: TODAY, until: '2026-12-31' });
  at('2026-11-28');
  await expect(act(qualificationId, 'resume', { effectiveOn: '2026-11-27' })).rejects.toMatchObject(REFUSED);
  await act(qualificationId, 'resume', { effectiveOn: '2026-11-28' });
  const [facts] = await getStandingFacts(cast.as(null), { qualificationIds: [qualificationId] });
  expect(facts?.pausedDays).toBe(5);
});

test('where two keys are asked for a pause and its end ask two; the wish is one for days to come', async () => {
  const { person, qualificationId } = await award('two');
  const days = { effectiveOn: '2026-11-20', until: '2026-12-31' };
  expect(await act(qualificationId, 'pause', { reason: 'other', ...days })).toEqual({ state: 'proposed' });
  await answer(third, await openOf(qualificationId), 'confirm');
  expect(await act(qualificationId, 'resume', { effectiveOn: TODAY })).toEqual({ state: 'proposed' });
  at('2026-11-25');
  expect(await answer(third, await openOf(qualificationId), 'confirm')).toEqual({ state: 'done' });
  const { decisions } = await getQualification(cast.as(third), { qualificationId });
  expect(decisions).toMatchObject([
    { act: 'pause', proposerId: cast.registrar.accountId },
    { act: 'resume', proposerId: cast.registrar.accountId, effectiveOn: '2026-11-25' },
  ]);
  await ask(person, qualificationId);
  expect(await answer(third, await openOf(qualificationId), 'confirm')).toEqual({ state: 'done' });
});

test('a wish that has passed goes on to a second registrar, and ends with an answer to the holder', async () => {
  const { person, qualificationId } = await award('two');
  await ask(person, qualificationId, { effectiveOn: TODAY, until: '2026-12-31' });
  at('2026-11-25');
  const wish = await openOf(qualificationId);
  expect(await answer(third, wish, 'confirm')).toEqual({ state: 'proposed' });
  expect(await answer(third, wish, 'confirm')).toEqual({ state: 'proposed' });
  expect(await listOwnProposals(cast.as(person))).toMatchObject([{ outcome: null, isTakenUp: true }]);
  const next = await openOf(qualificationId);
  await expect(answer(third, next, 'take-back', '')).rejects.toMatchObject({ code: 'sanctions.say-why' });
  await answer(third, next, 'take-back', 'Too late for that');
  expect(await listOwnProposals(cast.as(person))).toMatchObject([
    { outcome: 'declined', isTakenUp: false, answer: 'Too late for that' },
  ]);
  const { db } = cast.as(null);
  const to = `${person.accountId}@test.kz`;
  const mail = await db.outboxMail.findFirst({ where: { to }, orderBy: { id: 'desc' } });
  expect(mail?.text).toContain('Too late for that');
});

test('the document bears the name that was agreed on, or none', async () => {
  const { person, qualificationId } = await award('two');
  const shown = { displayName: 'Shown', latinName: 'Shown' };
  await expect(act(qualificationId, 'correct', shown)).rejects.toMatchObject({
    code: 'sanctions.name-changed',
  });
  const ctx = cast.as(third);
  const now = await ctx.ports.describeHolder(ctx, person.personId);
  const { displayName = '', latinName = '' } = now ?? {};
  await act(qualificationId, 'correct', { displayName, latinName });
  const proposalId = await openOf(qualificationId);
  const describeHolder = async () => now && { ...now, latinName: 'Another' };
  const renamed = { ...ctx, ports: { ...ctx.ports, describeHolder } };
  await expect(answerProposal(renamed, { answer: 'confirm', proposalId, note: '' })).rejects.toMatchObject({
    code: 'sanctions.name-changed',
  });
  expect(await answer(third, proposalId, 'confirm')).toEqual({ state: 'done' });
});

test('an end that is ordered ahead ends nothing yet, and is ordered once', async () => {
  const { qualificationId } = await award('one');
  const ban = { reason: 'conduct', legalBasis: 'rule 4', effectiveOn: TODAY };
  await act(qualificationId, 'revoke', ban);
  await act(qualificationId, 'annul', { reason: 'error', effectiveOn: '2026-12-10' });
  const view = () => getQualification(cast.as(third), { qualificationId });
  expect((await view()).qualification.revocation).toMatchObject({ from: TODAY, endsOn: '2026-12-10' });
  await expect(act(qualificationId, 'annul', { reason: 'error', effectiveOn: TODAY })).rejects.toMatchObject({
    code: 'licensing.end-ordered',
  });
  await expect(act(qualificationId, 'suspend', ban)).rejects.toMatchObject({
    code: 'licensing.already-revoked',
  });
  at('2026-12-10');
  expect((await view()).qualification.revocation).toBeNull();
  at(TODAY);
});

test('nobody reads what is proposed about the own award before it is answered', async () => {
  const { person, qualificationId } = await award('two');
  await act(qualificationId, 'revoke', { reason: 'conduct', legalBasis: 'rule 4', effectiveOn: TODAY });
  const rowsFor = async (actor: Actor) =>
    (await listProposals(cast.as(actor), {})).rows.filter((row) => row.qualificationId === qualificationId);
  expect(await rowsFor(third)).toHaveLength(1);
  expect(await rowsFor({ ...third, personId: person.personId })).toHaveLength(0);
  const exported = () => exportPersonalData(cast.as(person), { personId: person.personId });
  expect(await exported()).toEqual({ proposals: [] });
  await answer(third, await openOf(qualificationId), 'decline');
  const told = JSON.stringify(await exported());
  expect(told).toContain('declined');
  expect(told).not.toContain(third.accountId);
});
