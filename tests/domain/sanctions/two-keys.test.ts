import { beforeAll, describe, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import { askOffice } from '~/domain/sanctions/ask-office.server';
import { proposalPage } from '~/domain/sanctions/data/proposal-list.server';
import { listAwardProposals } from '~/domain/sanctions/list-award-proposals.server';
import { listProposals } from '~/domain/sanctions/list-proposals.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Actor } from '~/platform/actor';
import { listActs } from '~/platform/audit/list-acts.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;
let third: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  const [grant] = cast.registrar.grants;
  third = await cast.newPerson('Registrar Three', '/kjf/', grant ? [grant] : []);
});

async function award(level: 'one' | 'two'): Promise<{ person: Actor; qualificationId: string }> {
  const person = await cast.newPerson('Holder');
  await cast.makeReady(person);
  const applied = await applyForLevel(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });
  const decision = { applicationId: applied.applicationId, note: '' };
  if (level === 'two') await decideApplication(cast.as(cast.registrar), { act: 'propose', ...decision });
  await decideApplication(cast.as(cast.secondRegistrar), { act: 'confirm', ...decision });
  const [facts] = await getStandingFacts(cast.as(null), { personIds: [person.personId] });
  return { person, qualificationId: facts?.qualificationId ?? '' };
}

const ORDER = {
  reason: 'conduct' as const,
  document: 'order 7',
  legalBasis: 'rule 4',
  effectiveOn: '2026-11-23',
  note: 'why',
};

const propose = (qualificationId: string, actor = cast.registrar, act: 'revoke' | 'suspend' = 'revoke') =>
  sanctionQualification(cast.as(actor), { act, qualificationId, ...ORDER });

async function openProposal(qualificationId: string): Promise<string> {
  const open = (await listAwardProposals(cast.as(third), { qualificationId })).find((each) => !each.outcome);
  if (!open) throw new Error('Nothing waits');
  return open.id;
}

const answer = (actor: Actor, proposalId: string, said: 'confirm' | 'decline' | 'take-back', note = 'seen') =>
  answerProposal(cast.as(actor), { answer: said, proposalId, note });

const stateOf = async (qualificationId: string) =>
  (await getQualification(cast.as(third), { qualificationId })).periods[0]?.standing.state;

describe('where the level asks for two keys', () => {
  test('one proposes, another confirms: both stand in the history with before and after', async () => {
    const { person, qualificationId } = await award('two');
    expect(await propose(qualificationId)).toEqual({ state: 'proposed' });
    expect(await stateOf(qualificationId)).toBe('active');
    const { rows } = await listProposals(cast.as(cast.secondRegistrar), {});
    expect(rows.find((row) => row.qualificationId === qualificationId)).toMatchObject({
      isOwnProposal: false,
    });
    const id = await openProposal(qualificationId);
    await expect(answer(cast.registrar, id, 'confirm')).rejects.toMatchObject({
      code: 'sanctions.second-person',
    });
    await answer(cast.secondRegistrar, id, 'confirm');
    await answer(cast.secondRegistrar, id, 'confirm');
    expect(await stateOf(qualificationId)).toBe('revoked');
    const { decisions } = await getQualification(cast.as(third), { qualificationId });
    expect(decisions).toMatchObject([
      {
        act: 'revoke',
        actorId: cast.secondRegistrar.accountId,
        proposerId: cast.registrar.accountId,
        document: 'order 7',
        legalBasis: 'rule 4',
        before: { state: 'active' },
        after: { state: 'revoked' },
      },
    ]);
    const mail = await cast.as(null).db.outboxMail.findFirst({
      where: { to: `${person.accountId}@test.kz` },
      orderBy: { id: 'desc' },
    });
    expect(mail?.text).toContain('14 декабря 2026');
    const acts = await listActs(cast.as(null).db, { before: null, subject: null, take: 2 });
    expect(acts.map(({ act }) => act)).toEqual(['sanctions.revoke', 'sanctions.proposed']);
  });

  test('two confirmers at once: one counts; sent five times it is one proposal', async () => {
    const { qualificationId } = await award('two');
    const sent = await Promise.all(Array.from({ length: 5 }, () => propose(qualificationId)));
    expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(['proposed']));
    const all = await listAwardProposals(cast.as(third), { qualificationId });
    expect(all).toHaveLength(1);
    await expect(propose(qualificationId, third)).rejects.toMatchObject({
      code: 'sanctions.already-proposed',
    });
    const id = await openProposal(qualificationId);
    const answers = await Promise.allSettled([
      answer(cast.secondRegistrar, id, 'confirm'),
      answer(third, id, 'confirm'),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await cast.as(null).db.revocation.count({ where: { qualificationId } })).toBe(1);
  });

  test('declined or taken back, nothing changes and it may be proposed again', async () => {
    const { qualificationId } = await award('two');
    await propose(qualificationId, cast.registrar, 'suspend');
    const first = await openProposal(qualificationId);
    await expect(answer(cast.secondRegistrar, first, 'decline', '')).rejects.toThrow();
    await expect(answer(third, first, 'take-back')).rejects.toMatchObject({
      code: 'sanctions.not-your-proposal',
    });
    await answer(third, first, 'decline', 'not proven');
    await expect(answer(cast.secondRegistrar, first, 'confirm')).rejects.toMatchObject({
      code: 'sanctions.already-answered',
    });
    await propose(qualificationId, third, 'suspend');
    await answer(third, await openProposal(qualificationId), 'take-back');
    expect(await stateOf(qualificationId)).toBe('active');
    const outcomes = (await listAwardProposals(cast.as(third), { qualificationId })).map(
      (each) => each.outcome,
    );
    expect(outcomes).toEqual(['declined', 'taken-back']);
  });

  test('not on the own record, not by a coach, not by the holder', async () => {
    const { person, qualificationId } = await award('two');
    await propose(qualificationId);
    const id = await openProposal(qualificationId);
    const self = { ...third, personId: person.personId };
    await expect(answer(self, id, 'confirm')).rejects.toMatchObject({ code: 'licensing.own-record' });
    await expect(answer(person, id, 'confirm')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(listProposals(cast.as(person), {})).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(answer(third, '0199c000-0000-7000-8000-00000000ffff', 'confirm')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('the holder’s wishes', () => {
  const days = { effectiveOn: '2026-12-01', until: '2026-12-31' };
  const ask = (person: Actor, qualificationId: string, more = {}) =>
    askOffice(cast.as(person), {
      ...{ act: 'pause', reason: 'illness', note: '', ...days, ...more },
      qualificationId,
    });

  test('a pause is asked for, confirmed by a registrar, and moves the dates by its days', async () => {
    const { person, qualificationId } = await award('one');
    const dates = async () => {
      const [facts] = await getStandingFacts(cast.as(null), { qualificationIds: [qualificationId] });
      return facts && [facts.until, facts.windowOpens, facts.graceUntil, facts.pausedDays];
    };
    expect(await dates()).toEqual(['2028-11-22', '2028-08-23', '2029-05-22', 0]);
    await ask(person, qualificationId);
    await ask(person, qualificationId);
    expect(await dates()).toEqual(['2028-11-22', '2028-08-23', '2029-05-22', 0]);
    await answer(third, await openProposal(qualificationId), 'confirm');
    expect(await dates()).toEqual(['2028-12-23', '2028-09-23', '2029-06-22', 31]);
    const early = { act: 'resume' as const, qualificationId, document: 'o', note: '' };
    await sanctionQualification(cast.as(third), { ...early, effectiveOn: '2026-12-11' });
    expect(await dates()).toEqual(['2028-12-02', '2028-09-02', '2029-06-01', 10]);
    const [row] = await cast.as(null).db.licencePeriod.findMany({ where: { qualificationId } });
    expect(row?.until.toISOString().slice(0, 10)).toBe('2028-11-22');
    const { rows } = await searchRegister(cast.as(third), {
      state: 'all',
      from: '2028-12-02',
      to: '2028-12-02',
    });
    expect(rows.map((each) => each.qualificationId)).toEqual([qualificationId]);
  });

  test('a new name is no key: where two are asked for, two registrars stand behind the document', async () => {
    const { person, qualificationId } = await award('two');
    await askOffice(cast.as(person), {
      act: 'correct',
      qualificationId,
      document: 'Certificate 5',
      note: '',
    });
    const wish = await openProposal(qualificationId);
    expect(await answer(third, wish, 'confirm')).toEqual({ state: 'proposed' });
    const proposal = await openProposal(qualificationId);
    await expect(answer(third, proposal, 'confirm')).rejects.toMatchObject({
      code: 'sanctions.second-person',
    });
    expect(await answer(cast.registrar, proposal, 'confirm')).toEqual({ state: 'done' });
    const { decisions } = await getQualification(cast.as(third), { qualificationId });
    expect(decisions).toMatchObject([{ act: 'correct', proposerId: third.accountId }]);
  });

  test.each([
    ['backwards', { until: '2026-11-30' }, 'pause-too-long'],
    ['too long', { until: '2029-12-31' }, 'pause-too-long'],
    ['behind the period', { effectiveOn: '2028-11-23', until: '2028-12-01' }, 'date-out-of-range'],
  ])('a pause that is %s is refused at its field', async (_what, more, code) => {
    const { person, qualificationId } = await award('one');
    await expect(ask(person, qualificationId, more)).rejects.toMatchObject({ code: `licensing.${code}` });
  });

  test('given up: once, for good, and the level may be applied for anew; nobody else can do it', async () => {
    const { person, qualificationId } = await award('one');
    const give = (actor: Actor) =>
      surrenderQualification(cast.as(actor), { qualificationId, sure: 'on', note: '' });
    await expect(give(third)).rejects.toMatchObject({ kind: 'not-found' });
    await Promise.all([give(person), give(person), give(person)]);
    expect(await cast.as(null).db.surrender.count({ where: { qualificationId } })).toBe(1);
    expect(await stateOf(qualificationId)).toBe('surrendered');
    await expect(ask(person, qualificationId)).rejects.toMatchObject({
      code: 'licensing.already-surrendered',
    });
    const again = await applyForLevel(cast.as(person), { level: 'one', languages: ['kk', 'ru'], note: '' });
    expect(again.isNew).toBe(true);
  });
});

test('the queue walks along its index', async () => {
  const after = { at: new Date('2026-11-23T09:00:00Z'), id: '0199c000-0000-7000-8000-00000000ffff' };
  const scope = { levelIds: [], paths: ['/kjf/'] };
  const page = proposalPage({ scope, personId: third.personId }, after, 51);
  const plan = await planOf(cast, page, { smallTablesToo: true });
  expect(scansOf(plan, 'o').some((scan) => scan.includes('Index'))).toBe(true);
});

test('the chain holds', async () => {
  expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
});
