import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getApplication } from '~/domain/applications/get-application.server';
import { listApplications } from '~/domain/applications/list-applications.server';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { withdrawApplication } from '~/domain/applications/withdraw-application.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Actor } from '~/platform/actor';
import { listActs } from '~/platform/audit/list-acts.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

const apply = (person: Actor, level: string) =>
  applyForLevel(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });

const decide = (actor: Actor, applicationId: string, act: 'propose' | 'confirm') =>
  decideApplication(cast.as(actor), { act, applicationId, note: '' });

async function newApplication(level: string, name = 'Coach') {
  const person = await cast.newPerson(name);
  await cast.makeReady(person);
  const { applicationId } = await apply(person, level);
  return { person, applicationId };
}

const awardsOf = ({ personId }: Actor) => cast.as(null).db.qualification.count({ where: { personId } });

describe('applying', () => {
  test('sent twice at the same instant it is one application', async () => {
    const person = await cast.newPerson('Twice');
    const sent = await Promise.all(Array.from({ length: 5 }, () => apply(person, 'one')));
    expect(new Set(sent.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('asks for two different languages and a confirmed address', async () => {
    const person = await cast.newPerson('Languages');
    const languages = ['ru', 'ru'] as const;
    await expect(applyForLevel(cast.as(person), { level: 'one', languages, note: '' })).rejects.toMatchObject(
      {
        code: 'applications.two-languages',
      },
    );
    const stranger = { ...person, personId: '0199c000-0000-7000-8000-000000000001' };
    await expect(apply(stranger, 'one')).rejects.toMatchObject({ code: 'applications.confirm-email-first' });
  });

  test('records first what still waits for this person', async () => {
    const person = await cast.newPerson('Pending');
    const ctx = cast.as(person);
    ctx.ports.pendingCompletions = async () => [
      {
        sourceId: '0199c000-0000-7000-8000-000000000002',
        personId: person.personId,
        ref: 'course:safe@3',
        title: { original: 'en', en: { text: 'Safe', origin: 'author' } },
        points: 2,
        component: 'safeguarding',
        validityMonths: 36,
        occurredOn: '2026-11-20',
      },
    ];
    const { applicationId } = await applyForLevel(ctx, { level: 'two', languages: ['ja', 'en'], note: '' });
    const view = await getApplication(cast.as(cast.registrar), { applicationId });
    expect(view.isReady).toBe(true);
    expect(view.evidence).toHaveLength(1);
  });

  test('the applicant may withdraw and apply again; nobody else sees it', async () => {
    const { person, applicationId } = await newApplication('one');
    const other = await cast.newPerson('Other');
    await expect(withdrawApplication(cast.as(other), { applicationId })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await withdrawApplication(cast.as(person), { applicationId });
    await withdrawApplication(cast.as(person), { applicationId });
    expect((await apply(person, 'one')).isNew).toBe(true);
  });
});

describe('one key', () => {
  test('confirming makes award, period and document at once', async () => {
    const { person, applicationId } = await newApplication('one');
    const done = await decide(cast.registrar, applicationId, 'confirm');
    expect(done).toMatchObject({
      state: 'awarded',
      issued: { number: expect.stringMatching(/^TST-2026-\d{6}$/) },
    });
    const subject = { type: 'application', id: applicationId };
    const [act] = await listActs(cast.as(null).db, { before: null, subject, take: 1 });
    const sha256 = createHash('sha256')
      .update(done.issued?.number ?? '')
      .digest('hex');
    expect(act).toMatchObject({ act: 'applications.awarded', detail: { ...done.issued, sha256 } });
    const own = await listOwnQualifications(cast.as(person));
    expect(own.licences[0]).toMatchObject({
      standing: { state: 'active' },
      facts: { from: '2026-11-23', until: '2028-11-22', windowOpens: '2028-08-23', graceUntil: '2029-05-22' },
    });
    expect(cast.issued.at(-1)).toMatchObject({
      languages: ['kk', 'ru'],
      studied: [{ version: 1, completedOn: '2026-11-01', hours: 4 }],
      practical: { heldOn: '2026-11-01' },
    });
    await expect(apply(person, 'one')).rejects.toMatchObject({ code: 'applications.already-held' });
  });

  test('nothing is awarded while something is missing', async () => {
    const person = await cast.newPerson('Early');
    const { applicationId } = await apply(person, 'one');
    await expect(decide(cast.registrar, applicationId, 'confirm')).rejects.toMatchObject({
      code: 'applications.not-ready',
    });
    expect(await awardsOf(person)).toBe(0);
  });

  test('twenty confirmations at once are one award', async () => {
    const { person, applicationId } = await newApplication('one');
    const registrars = [cast.registrar, cast.secondRegistrar];
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        decide(registrars[index % 2] ?? cast.registrar, applicationId, 'confirm'),
      ),
    );
    expect(await awardsOf(person)).toBe(1);
    const refused = sent.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(10);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'applications.already-decided' });
  });

  test('refusing and returning close the application and tell the applicant', async () => {
    const ctx = cast.as(cast.registrar);
    const first = await newApplication('one', 'Refused');
    await decideApplication(ctx, {
      act: 'refuse',
      applicationId: first.applicationId,
      reason: 'documents',
      note: 'why',
    });
    const second = await newApplication('one', 'Returned');
    await decideApplication(ctx, { act: 'return', applicationId: second.applicationId, note: 'which hall?' });
    const mails = await ctx.db.outboxMail.findMany({
      where: { to: { in: [`${first.person.accountId}@test.kz`, `${second.person.accountId}@test.kz`] } },
    });
    expect(mails).toHaveLength(2);
    expect(mails.some(({ text }) => text.includes('which hall?'))).toBe(true);
    const own = await listOwnApplications(cast.as(second.person));
    expect(own[0]?.state).toBe('returned');
  });
});

describe('two keys', () => {
  test('one proposes, another confirms; the proposer cannot', async () => {
    const { person, applicationId } = await newApplication('two');
    await expect(decide(cast.registrar, applicationId, 'confirm')).rejects.toMatchObject({
      code: 'applications.propose-first',
    });
    const thrice = await Promise.all([1, 2, 3].map(() => decide(cast.registrar, applicationId, 'propose')));
    expect(thrice).toEqual(Array(3).fill({ kind: 'award', state: 'proposed', issued: null }));
    expect(await cast.as(null).db.applicationDecision.count({ where: { applicationId } })).toBe(1);
    expect(await awardsOf(person)).toBe(0);
    await expect(decide(cast.registrar, applicationId, 'confirm')).rejects.toMatchObject({
      code: 'applications.second-person',
    });
    await expect(decide(cast.secondRegistrar, applicationId, 'propose')).rejects.toMatchObject({
      code: 'applications.already-proposed',
    });
    expect((await decide(cast.secondRegistrar, applicationId, 'confirm')).state).toBe('awarded');
    const own = await listOwnQualifications(cast.as(person));
    expect(own.licences[0]?.facts).toMatchObject({ until: '2031-03-31', graceUntil: null });
  });

  test('two proposals at once are one', async () => {
    const { applicationId } = await newApplication('two');
    const sent = await Promise.allSettled([
      decide(cast.registrar, applicationId, 'propose'),
      decide(cast.secondRegistrar, applicationId, 'propose'),
    ]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const proposals = await cast
      .as(null)
      .db.applicationDecision.count({ where: { applicationId, act: 'propose' } });
    expect(proposals).toBe(1);
  });
});

describe('who may', () => {
  test('nobody decides the own application, coaches none, strangers to the place none', async () => {
    const { applicationId, person } = await newApplication('one');
    await expect(decide(person, applicationId, 'confirm')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getApplication(cast.as(person), { applicationId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await cast.makeReady(cast.registrar);
    const own = await apply(cast.registrar, 'one');
    await expect(decide(cast.registrar, own.applicationId, 'confirm')).rejects.toMatchObject({
      code: 'applications.own-record',
    });
    const grants = [
      {
        role: 'registrar' as const,
        organisationId: cast.organisationId,
        path: '/kjf/almaty/',
        lang: null,
        level: null,
      },
    ];
    const elsewhere = await cast.newPerson('Almaty', '/kjf/almaty/', grants);
    await expect(getApplication(cast.as(elsewhere), { applicationId })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await listApplications(cast.as(elsewhere), {})).total).toBe(0);
  });

  test('lists hold what their counts say, by state, place and name', async () => {
    const ctx = cast.as(cast.registrar);
    const open = await listApplications(ctx, { list: 'open' });
    const submitted = await listApplications(ctx, { list: 'submitted' });
    const proposed = await listApplications(ctx, { list: 'proposed' });
    expect(open.total).toBe(submitted.total + proposed.total);
    expect(open.rows).toHaveLength(open.total);
    const named = await listApplications(ctx, {
      list: 'closed',
      q: 'refused',
      path: '/kjf/karaganda/',
      level: 'one',
    });
    expect(named.rows.map(({ displayName, state }) => [displayName, state])).toEqual([
      ['Refused', 'refused'],
    ]);
    expect((await listApplications(ctx, { q: '100%_' })).total).toBe(0);
  });
});

test('the audit chain holds after all of it, and numbers have no gap', async () => {
  const { db } = cast.as(null);
  expect((await verifyChain(db)).finding).toBeNull();
  const counter = await db.numberCounter.findFirst();
  expect(counter?.last).toBe(await db.qualification.count());
});
