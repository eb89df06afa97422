import { beforeAll, describe, expect, test } from 'vitest';
import { appealPage } from '~/domain/appeals/data/appeal-list.server';
import { decideAppeal } from '~/domain/appeals/decide-appeal.server';
import { getAppeal } from '~/domain/appeals/get-appeal.server';
import { listAppeals } from '~/domain/appeals/list-appeals.server';
import { listAppealsOf } from '~/domain/appeals/list-appeals-of.server';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

async function applicant(level = 'one'): Promise<{ person: Actor; applicationId: string }> {
  const person = await cast.newPerson('Coach');
  await cast.makeReady(person);
  const { applicationId } = await applyForLevel(cast.as(person), {
    level,
    languages: ['kk', 'ru'],
    note: '',
  });
  return { person, applicationId };
}

const refuse = (applicationId: string) =>
  decideApplication(cast.as(cast.registrar), { act: 'refuse', reason: 'doubt', note: 'no', applicationId });

const appealRefusal = (person: Actor, applicationId: string, text = 'It is there') =>
  submitAppeal(cast.as(person), { against: 'application', applicationId, text });

async function idOf(person: Actor): Promise<string> {
  const own = await listOwnAppeals(cast.as(person));
  return own.at(-1)?.id ?? '';
}

const decide = (actor: Actor, appealId: string, outcome: 'allowed' | 'dismissed') =>
  decideAppeal(cast.as(actor), { appealId, outcome, document: 'protocol 3', answer: 'Because' });

const mailsTo = async (person: Actor) =>
  (
    await cast.as(null).db.outboxMail.findMany({
      where: { to: `${person.accountId}@test.kz` },
      orderBy: { id: 'asc' },
    })
  ).map(({ subject }) => subject.split(':')[0]);

describe('against a refusal', () => {
  test('allowed: the application is open again and decided anew, by two keys of the new round', async () => {
    const { person, applicationId } = await applicant('two');
    const office = { applicationId, note: '' };
    await decideApplication(cast.as(cast.registrar), { act: 'propose', ...office });
    await refuse(applicationId);
    await Promise.all([appealRefusal(person, applicationId), appealRefusal(person, applicationId)]);
    expect(await listOwnAppeals(cast.as(person))).toHaveLength(1);
    const appealId = await idOf(person);
    await expect(decide(cast.registrar, appealId, 'allowed')).rejects.toMatchObject({
      code: 'appeals.took-part',
    });
    await decide(cast.secondRegistrar, appealId, 'allowed');
    await decide(cast.secondRegistrar, appealId, 'allowed');
    const [application] = await listOwnApplications(cast.as(person));
    expect(application).toMatchObject({ state: 'submitted', closedAt: null });
    await decideApplication(cast.as(cast.secondRegistrar), { act: 'propose', ...office });
    await decideApplication(cast.as(cast.registrar), { act: 'confirm', ...office });
    const [after] = await listOwnApplications(cast.as(person));
    expect(after?.decisions.map(({ act }) => act)).toEqual([
      'propose',
      'refuse',
      'reopen',
      'propose',
      'confirm',
    ]);
    expect(await mailsTo(person)).toEqual([
      'Решение по заявлению',
      'Апелляция принята',
      'Апелляция удовлетворена',
      'Вам присвоена квалификация',
    ]);
  });

  test('dismissed: the refusal stands, and cannot be appealed against again', async () => {
    const { person, applicationId } = await applicant();
    await refuse(applicationId);
    await appealRefusal(person, applicationId);
    const appealId = await idOf(person);
    await decide(cast.secondRegistrar, appealId, 'dismissed');
    await expect(decide(cast.secondRegistrar, appealId, 'allowed')).rejects.toMatchObject({
      code: 'appeals.already-decided',
    });
    await expect(appealRefusal(person, applicationId, 'Again')).rejects.toMatchObject({
      code: 'appeals.already-appealed',
    });
    expect((await listOwnApplications(cast.as(person)))[0]?.state).toBe('refused');
    const { personId } = person;
    expect(await listAppealsOf(cast.as(cast.registrar), { personId, id: applicationId })).toMatchObject([
      { outcome: 'dismissed', document: 'protocol 3', answer: 'Because' },
    ]);
  });

  test('within 21 days, the last one inclusive; not beside a new application; not somebody else’s', async () => {
    const { person, applicationId } = await applicant();
    await refuse(applicationId);
    world.current.clock.set('2026-12-14T18:59:00Z');
    const other = await applicant();
    await expect(appealRefusal(other.person, applicationId)).rejects.toMatchObject({ kind: 'not-found' });
    world.current.clock.set('2026-12-14T19:00:00Z');
    await expect(appealRefusal(person, applicationId)).rejects.toMatchObject({ code: 'appeals.too-late' });
    world.current.clock.set('2026-12-14T18:59:00Z');
    await appealRefusal(person, applicationId);
    world.current.clock.set('2026-11-23T09:00:00Z');
    const again = await applyForLevel(cast.as(person), { level: 'one', languages: ['kk', 'ru'], note: '' });
    expect(again.isNew).toBe(true);
    await expect(decide(cast.secondRegistrar, await idOf(person), 'allowed')).rejects.toMatchObject({
      code: 'applications.applied-anew',
    });
    await expect(appealRefusal(other.person, other.applicationId)).rejects.toMatchObject({
      code: 'appeals.nothing-to-appeal',
    });
  });
});

describe('against an act on an award', () => {
  const order = { document: 'order 7', legalBasis: 'rule 4', effectiveOn: '2026-11-23', note: '' };

  async function sanctioned(act: 'revoke' | 'suspend') {
    const { person, applicationId } = await applicant();
    await decideApplication(cast.as(cast.registrar), { act: 'confirm', applicationId, note: '' });
    const [facts] = await getStandingFacts(cast.as(null), { personIds: [person.personId] });
    const qualificationId = facts?.qualificationId ?? '';
    await sanctionQualification(cast.as(cast.registrar), {
      act,
      qualificationId,
      reason: 'conduct',
      ...order,
    });
    const view = await getQualification(cast.as(person), { qualificationId, as: 'holder' });
    const decisionId = view.decisions.at(-1)?.id ?? '';
    const text = 'It was not me';
    await submitAppeal(cast.as(person), { against: 'award', qualificationId, decisionId, text });
    return { person, qualificationId, appealId: await idOf(person) };
  }

  test.each([
    ['revoke', 'annul'],
    ['suspend', 'restore'],
  ] as const)('allowed against %s: reversed in the same moment, both entries stay', async (act, reversal) => {
    const { person, qualificationId, appealId } = await sanctioned(act);
    const [third, fourth] = [cast.secondRegistrar, { ...cast.secondRegistrar }];
    const done = await Promise.allSettled([
      decide(third, appealId, 'allowed'),
      decide(fourth, appealId, 'allowed'),
    ]);
    expect(done.every(({ status }) => status === 'fulfilled')).toBe(true);
    const view = await getQualification(cast.as(person), { qualificationId, as: 'holder' });
    expect(view.periods[0]?.standing.state).toBe('active');
    expect(view.decisions.map((each) => each.act)).toEqual([act, reversal]);
    expect(view.decisions[1]).toMatchObject({
      reason: 'appeal',
      document: 'protocol 3',
      after: { state: 'active' },
    });
  });

  test('the queue is for registrars within reach; the page tells who may not decide', async () => {
    const { person, appealId } = await sanctioned('revoke');
    const open = await listAppeals(cast.as(cast.registrar), {});
    expect(open.rows.map(({ id }) => id)).toContain(appealId);
    expect(open.total).toBe(open.rows.length);
    expect(await getAppeal(cast.as(cast.registrar), { appealId })).toMatchObject({
      tookPart: true,
      isOwn: false,
    });
    expect(await getAppeal(cast.as(cast.secondRegistrar), { appealId })).toMatchObject({ tookPart: false });
    await expect(listAppeals(cast.as(person), {})).rejects.toMatchObject({ kind: 'forbidden' });
    const self = { ...cast.secondRegistrar, personId: person.personId };
    await expect(decide(self, appealId, 'allowed')).rejects.toMatchObject({ code: 'licensing.own-record' });
    const grants = [{ role: 'registrar' as const, organisationId: cast.organisationId, path: '/kjf/far/' }];
    const far = await cast.newPerson(
      'Far',
      '/kjf/far/',
      grants.map((each) => ({ ...each, lang: null, level: null })),
    );
    await expect(decide(far, appealId, 'allowed')).rejects.toMatchObject({ kind: 'not-found' });
    expect((await listAppeals(cast.as(far), {})).total).toBe(0);
  });

  test('the queues walk along their indexes', async () => {
    const scope = { levelIds: [], paths: ['/kjf/'] };
    const after = { at: new Date('2026-11-23T09:00:00Z'), id: '0199c000-0000-7000-8000-00000000ffff' };
    for (const list of ['open', 'closed'] as const) {
      const plan = await planOf(cast, appealPage({ list, scope }, after, 51), { smallTablesToo: true });
      expect(scansOf(plan, 'a')).not.toContain('Seq Scan');
    }
  });

  test('the chain holds', async () => {
    expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
  });
});
