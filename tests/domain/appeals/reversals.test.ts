import { beforeAll, expect, test } from 'vitest';
import { confirmAllowance } from '~/domain/appeals/confirm-allowance.server';
import { decideAppeal } from '~/domain/appeals/decide-appeal.server';
import { getAppeal } from '~/domain/appeals/get-appeal.server';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import type { SanctionInput } from '~/domain/sanctions/inputs';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let third: Actor;
let fourth: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  third = await cast.newPerson('Registrar Three', '/kjf/', cast.registrar.grants);
  fourth = await cast.newPerson('Registrar Four', '/kjf/', cast.registrar.grants);
});

type Held = { person: Actor; qualificationId: string };

async function award(level: 'one' | 'two'): Promise<Held> {
  const person = await cast.newPerson('Coach');
  await cast.makeReady(person);
  const applied = await applyForLevel(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });
  const decision = { applicationId: applied.applicationId, note: '' };
  if (level === 'two') await decideApplication(cast.as(cast.registrar), { act: 'propose', ...decision });
  await decideApplication(cast.as(cast.secondRegistrar), { act: 'confirm', ...decision });
  const [facts] = await getStandingFacts(cast.as(null), { personIds: [person.personId] });
  return { person, qualificationId: facts?.qualificationId ?? '' };
}

const ORDER = { document: 'order 7', effectiveOn: '2026-11-23', note: '' };
const BAN = { ...ORDER, reason: 'conduct', legalBasis: 'rule 4' };

/** Done by the first registrar, and by the second where two keys are asked for. */
async function act(qualificationId: string, name: SanctionInput['act'], more: object): Promise<void> {
  const order = { act: name, qualificationId, ...more } as SanctionInput;
  const { state } = await sanctionQualification(cast.as(cast.registrar), order);
  if (state === 'done') return;
  const { db } = cast.as(null);
  const { id } = await db.proposal.findFirstOrThrow({ where: { qualificationId, closedAt: null } });
  await answerProposal(cast.as(cast.secondRegistrar), { answer: 'confirm', proposalId: id, note: '' });
}

const viewOf = ({ person, qualificationId }: Held) =>
  getQualification(cast.as(person), { qualificationId, as: 'holder' });

async function appeal(held: Held): Promise<string> {
  const { person, qualificationId } = held;
  const decisionId = (await viewOf(held)).decisions.at(-1)?.id ?? '';
  await submitAppeal(cast.as(person), { against: 'award', qualificationId, decisionId, text: 'Not me' });
  return (await listOwnAppeals(cast.as(person))).at(-1)?.id ?? '';
}

const decide = (actor: Actor, appealId: string, outcome: 'allowed' | 'dismissed') =>
  decideAppeal(cast.as(actor), { appealId, outcome, document: 'protocol 3', answer: 'Because' });
const confirm = (actor: Actor, appealId: string) => confirmAllowance(cast.as(actor), { appealId });

test('what took two keys is undone by two other ones', async () => {
  const held = await award('two');
  await act(held.qualificationId, 'revoke', BAN);
  const appealId = await appeal(held);
  await expect(confirm(third, appealId)).rejects.toMatchObject({ code: 'appeals.not-proposed' });
  for (const part of [cast.registrar, cast.secondRegistrar])
    await expect(decide(part, appealId, 'allowed')).rejects.toMatchObject({ code: 'appeals.took-part' });
  expect(await decide(third, appealId, 'allowed')).toEqual({ state: 'proposed' });
  expect(await decide(third, appealId, 'allowed')).toEqual({ state: 'proposed' });
  expect((await viewOf(held)).periods[0]?.standing.state).toBe('revoked');
  expect(await listOwnAppeals(cast.as(held.person))).toMatchObject([{ outcome: null, answer: null }]);
  expect(JSON.stringify(await listOwnAppeals(cast.as(held.person)))).not.toContain('protocol 3');
  await expect(decide(fourth, appealId, 'allowed')).rejects.toMatchObject({
    code: 'appeals.already-proposed',
  });
  await expect(confirm(third, appealId)).rejects.toMatchObject({ code: 'appeals.second-person' });
  await expect(confirm(cast.registrar, appealId)).rejects.toMatchObject({ code: 'appeals.took-part' });
  await expect(confirm(held.person, appealId)).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await getAppeal(cast.as(third), { appealId })).toMatchObject({ keys: 2, isOwnProposal: true });
  await confirm(fourth, appealId);
  await confirm(fourth, appealId);
  const { decisions, periods } = await viewOf(held);
  expect(periods[0]?.standing.state).toBe('active');
  expect(decisions.at(-1)).toMatchObject({
    act: 'annul',
    actorId: fourth.accountId,
    proposerId: third.accountId,
    document: 'protocol 3',
  });
});

test('what was proposed may still be dismissed, and then nothing changes', async () => {
  const held = await award('two');
  await act(held.qualificationId, 'suspend', BAN);
  const appealId = await appeal(held);
  await decide(third, appealId, 'allowed');
  await decide(fourth, appealId, 'dismissed');
  await expect(confirm(fourth, appealId)).rejects.toMatchObject({ code: 'appeals.already-decided' });
  expect((await viewOf(held)).periods[0]?.standing.state).toBe('suspended');
});

test('another suspension than the one appealed against stays', async () => {
  const held = await award('one');
  const { qualificationId } = held;
  await act(qualificationId, 'suspend', BAN);
  const appealId = await appeal(held);
  await act(qualificationId, 'lift', ORDER);
  await act(qualificationId, 'suspend', { ...BAN, document: 'order 8' });
  await decide(third, appealId, 'allowed');
  const { decisions, periods } = await viewOf(held);
  expect(periods[0]?.standing.state).toBe('suspended');
  expect(decisions.map((each) => each.act)).toEqual(['suspend', 'restore', 'suspend']);
  expect((await listOwnAppeals(cast.as(held.person)))[0]?.outcome).toBe('allowed');
  const { text } = await cast.as(null).db.outboxMail.findFirstOrThrow({
    where: { to: `${held.person.accountId}@test.kz` },
    orderBy: { id: 'desc' },
  });
  expect(text).toContain('protocol 3');
  expect(text).not.toContain('решение отменено');
});

test('a pause that the office set may be appealed against, and ends from its own first day', async () => {
  const held = await award('one');
  const { qualificationId } = held;
  const before = (await viewOf(held)).periods[0]?.facts.until;
  await act(qualificationId, 'pause', { ...ORDER, reason: 'other', until: '2026-12-31' });
  const appealId = await appeal(held);
  world.current.clock.set('2026-11-27T09:00:00Z');
  await decide(third, appealId, 'allowed');
  world.current.clock.set('2026-11-23T09:00:00Z');
  expect((await viewOf(held)).periods[0]).toMatchObject({
    facts: { until: before, pausedDays: 0 },
    standing: { state: 'active' },
  });
});

test('the chain holds', async () => {
  expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
});
