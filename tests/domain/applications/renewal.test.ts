import { beforeAll, describe, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getApplication } from '~/domain/applications/get-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { listApplicationDecisions } from '~/domain/applications/list-application-decisions.server';
import { listApplications } from '~/domain/applications/list-applications.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { takeBackPoints } from '~/domain/applications/take-back-points.server';
import { countPoints } from '~/domain/ledger/count-points.server';
import { listPoints } from '~/domain/ledger/list-points.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { inTransaction } from '~/platform/context';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';

const world = useWorld();
let cast: RenewalCast;

const at = (day: string) => world.current.clock.set(`${day}T07:00:00Z`);
const ask = (person: Actor, level = 'keep') =>
  askForRenewal(cast.as(person), { level, languages: ['kk', 'ru'], note: '' });
const confirm = (applicationId: string, actor = cast.registrar) =>
  decideApplication(cast.as(actor), { act: 'confirm', applicationId, note: '' });
const path = (person: Actor) => getPath(cast.as(person), { level: 'keep' });
const periodsOf = ({ personId }: Actor) =>
  cast.as(null).db.licencePeriod.findMany({
    where: { qualification: { personId } },
    orderBy: [{ qualificationId: 'asc' }, { no: 'asc' }],
  });

/** Awarded on 10 January 2024, valid until 9 January 2026; the window opens on 10 October 2025. */
async function holder(name: string): Promise<Actor> {
  at('2024-01-10');
  const person = await cast.newPerson(name);
  await cast.makeReady(person, '2024-01-05');
  const input = { level: 'keep', languages: ['kk', 'ru'] as const, note: '' };
  const { applicationId } = await applyForLevel(cast.as(person), input);
  await confirm(applicationId);
  return person;
}

beforeAll(async () => {
  at('2024-01-10');
  cast = await openRenewalCast(world.current);
});

describe('in the window', () => {
  test('asks for points by category and live conditions, adds a period and edits none', async () => {
    const person = await holder('Window');
    at('2025-10-09');
    await expect(ask(person)).rejects.toMatchObject({ code: 'applications.not-renewable' });
    expect(await path(person)).toMatchObject({ isHeld: true, renewal: null });
    at('2025-11-01');
    await cast.earn(person, 5, '2025-03-01');
    const { applicationId } = await ask(person);
    expect((await ask(person)).applicationId).toBe(applicationId);
    expect((await path(person)).renewal).toMatchObject({
      way: 'window',
      begins: '2026-01-10',
      isReady: false,
      points: { total: 5, required: 6, met: false },
    });
    await expect(confirm(applicationId)).rejects.toMatchObject({ code: 'applications.not-ready' });
    const asked = { applicationIds: [applicationId], act: 'issue' } as const;
    expect(await previewDecisions(cast.as(cast.registrar), asked)).toMatchObject([
      { act: null, code: 'applications.not-ready', missing: [{ kind: 'cycle-points', have: 5, count: 6 }] },
    ]);
    await cast.earn(person, 3, '2025-10-20');
    const [before] = await periodsOf(person);
    expect((await confirm(applicationId)).kind).toBe('renewal');
    const [first, second] = await periodsOf(person);
    expect(first).toEqual(before);
    expect(second).toMatchObject({ no: 2, applicationId });
    expect(cast.issued.at(-1)).toMatchObject({
      periodId: second?.id,
      from: '2026-01-10',
      until: '2027-01-09',
      awardedOn: '2024-01-10',
    });
    const own = await listOwnQualifications(cast.as(person));
    expect(own.licences).toMatchObject([{ standing: { state: 'renewable' }, next: { from: '2026-01-10' } }]);
    await expect(ask(person)).rejects.toMatchObject({ code: 'applications.not-renewable' });
    at('2026-01-10');
    const later = await listOwnQualifications(cast.as(person));
    expect(later.licences).toMatchObject([{ standing: { state: 'active' }, facts: { no: 2 }, next: null }]);
  });

  test('what lies above passes on, counted evidence does not count again', async () => {
    const person = await holder('Surplus');
    at('2025-11-01');
    await cast.earn(person, 9, '2025-03-01');
    await confirm((await ask(person)).applicationId);
    at('2026-11-01');
    expect((await path(person)).renewal?.points).toMatchObject({ total: 2, carried: 2, met: false });
    await cast.earn(person, 4, '2025-12-01');
    expect((await path(person)).renewal?.points).toMatchObject({ total: 6, carried: 2, met: true });
  });

  test('two registrars at once make one period, and the queue knows the kind', async () => {
    const person = await holder('Twice');
    at('2025-11-01');
    await cast.earn(person, 6, '2025-03-01');
    const { applicationId } = await ask(person);
    const found = await listApplications(cast.as(cast.registrar), { kind: 'renewal', list: 'open' });
    expect(found.rows.map(({ id, kind }) => [id, kind])).toContainEqual([applicationId, 'renewal']);
    const others = await listApplications(cast.as(cast.registrar), { kind: 'award', list: 'open' });
    expect(others.rows.map(({ id }) => id)).not.toContain(applicationId);
    const sent = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) =>
        confirm(applicationId, n % 2 ? cast.registrar : cast.secondRegistrar),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await periodsOf(person)).toHaveLength(2);
  });
});

describe('after the end', () => {
  test('in grace the next period begins on the day of the confirmation, by the rules of that day', async () => {
    const person = await holder('Grace');
    at('2026-02-20');
    await cast.earn(person, 6, '2026-02-01');
    await confirm((await ask(person)).applicationId);
    expect(cast.issued.at(-1)).toMatchObject({ from: '2026-02-20', until: '2027-02-19' });
  });

  test('a tier asks for a course of after the end; after the last one applies anew', async () => {
    const person = await holder('Late');
    await cast.earn(person, 6, '2025-06-01');
    at('2026-08-01');
    const { applicationId } = await ask(person);
    expect((await path(person)).renewal).toMatchObject({ way: 'reinstatement', lastDay: '2027-01-09' });
    await expect(confirm(applicationId)).rejects.toMatchObject({ code: 'applications.not-ready' });
    await cast.makeReady(person, '2026-07-30');
    const view = await getApplication(cast.as(cast.registrar), { applicationId });
    expect(view).toMatchObject({ isReady: true, renewal: { begins: '2026-08-01' } });
    await confirm(applicationId);
    expect(await periodsOf(person)).toHaveLength(2);

    const gone = await holder('Gone');
    at('2027-01-10');
    await expect(ask(gone)).rejects.toMatchObject({ code: 'applications.not-renewable' });
    expect(await path(gone)).toMatchObject({ isHeld: false, renewal: null });
    await cast.makeReady(gone, '2027-01-08');
    const again = await applyForLevel(cast.as(gone), { level: 'keep', languages: ['kk', 'ru'], note: '' });
    await confirm(again.applicationId);
    expect((await periodsOf(gone)).map(({ no }) => no)).toEqual([1, 1]);
  });
});

describe('the ledger', () => {
  const frameworkOf = async () =>
    (await cast.as(null).db.framework.findFirstOrThrow({ where: { slug: 'renewals' } })).id;

  test('one piece of evidence is counted once, whoever asks at the same moment', async () => {
    const person = await holder('Ledger');
    const [period] = await periodsOf(person);
    await cast.earn(person, 6, '2024-03-01');
    const { db } = cast.as(null);
    const piece = await db.evidence.findFirstOrThrow({ where: { personId: person.personId, points: 6 } });
    const order = {
      personId: person.personId,
      frameworkId: await frameworkOf(),
      periodId: period?.id ?? '',
      ruleSetVersionId: period?.ruleSetVersionId ?? '',
      entries: [{ evidenceId: piece.id, category: 'course', points: 6 }],
    };
    const sent = await Promise.allSettled(
      Array.from({ length: 4 }, () => inTransaction(cast.as(null), (tx) => countPoints(tx, order))),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of sent)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'ledger.counted-meanwhile' });
  });

  test('a counting is taken back once, by a registrar, with a row of its own', async () => {
    const person = await holder('Back');
    at('2025-11-01');
    await cast.earn(person, 6, '2025-03-01');
    const { applicationId } = await ask(person);
    await confirm(applicationId);
    const account = { personId: person.personId, frameworkId: await frameworkOf() };
    const [entry] = await listPoints(cast.as(person), account);
    const [period] = await periodsOf(person);
    const qualificationId = period?.qualificationId ?? '';
    const order = { qualificationId, entryId: entry?.id ?? '', note: 'not held' };
    await expect(takeBackPoints(cast.as(person), order)).rejects.toMatchObject({ kind: 'forbidden' });
    const self = { ...cast.registrar, personId: person.personId };
    await expect(takeBackPoints(cast.as(self), order)).rejects.toMatchObject({ kind: 'forbidden' });
    const foreign = { ...order, qualificationId: '0199c000-0000-7000-8000-00000000ffff' };
    await expect(takeBackPoints(cast.as(cast.registrar), foreign)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const sent = await Promise.allSettled(
      Array.from({ length: 4 }, () => takeBackPoints(cast.as(cast.registrar), order)),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await listPoints(cast.as(cast.registrar), account);
    expect(rows.map(({ points, isReversed }) => [points, isReversed])).toEqual([
      [6, true],
      [-6, false],
    ]);
    const other = await cast.newPerson('Stranger');
    await expect(listPoints(cast.as(other), account)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(listApplicationDecisions(cast.as(other), { applicationId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const { qualification } = await getQualification(cast.as(cast.registrar), { qualificationId });
    expect(qualification.applicationIds).toHaveLength(2);
  });
});

test('the audit chain holds, and numbers have no gap', async () => {
  const { db } = cast.as(null);
  expect((await verifyChain(db)).finding).toBeNull();
  expect((await db.numberCounter.findFirst())?.last).toBe(await db.licencePeriod.count());
});
