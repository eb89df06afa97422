import { beforeAll, describe, expect, test } from 'vitest';
import { publicStatus } from '~/domain/credentials/rules/public-status';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from './credential-world';

const world = useWorld();
let house: CredentialWorld;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
});

const NOW = '2026-11-23T09:00:00Z';
const at = (moment: string) => world.current.clock.set(moment);

async function statusOf(serial: string, on?: string, knownAt?: string) {
  const asked = { serial, ...(on ? { on } : {}), ...(knownAt ? { knownAt: new Date(knownAt) } : {}) };
  return (await verifyCredential(house.as(null), asked))?.status ?? null;
}

async function sanction(qualificationId: string, act: 'revoke' | 'suspend' | 'lift', effectiveOn: string) {
  const facts = { qualificationId, document: 'No. 1', effectiveOn, note: '' };
  const input =
    act === 'lift' ? { act, ...facts } : { act, ...facts, legalBasis: 'Rule 4', reason: 'conduct' as const };
  await sanctionQualification(
    house.as(house.registrar),
    input as Parameters<typeof sanctionQualification>[1],
  );
}

async function addComponent(personId: string, from: string, until: string) {
  const { db, clock } = house.as(null);
  const recordedAt = clock.now();
  const evidence = {
    id: newId(),
    personId,
    type: 'course',
    sourceId: newId(),
    ref: 'course:safe@1',
    recordedAt,
  };
  await db.evidence.create({ data: { ...evidence, title: {}, occurredOn: toDb(from) } });
  const row = {
    id: newId(),
    personId,
    kind: 'safeguarding',
    from: toDb(from),
    until: toDb(until),
    recordedAt,
  };
  await db.component.create({ data: { ...row, evidenceId: evidence.id } });
}

describe('the public answer', () => {
  test('follows the dates of the period', async () => {
    const period = {
      from: '2026-12-01',
      until: '2028-11-30',
      windowOpens: '2028-09-01',
      graceUntil: '2029-05-31',
    };
    const { serial } = await house.issue(await house.newPerson('Dates'), period);
    expect(await statusOf(serial)).toEqual({ status: 'not-yet-valid' });
    expect(await statusOf(serial, '2026-12-01')).toEqual({ status: 'valid' });
    expect(await statusOf(serial, '2028-09-01')).toEqual({
      status: 'expiring',
      renewable_until: '2029-05-31',
    });
    expect(await statusOf(serial, '2028-11-30')).toMatchObject({ status: 'expiring' });
    expect(await statusOf(serial, '2028-12-01')).toEqual({
      status: 'expired',
      reason: 'grace',
      renewable_until: '2029-05-31',
    });
    expect(await statusOf(serial, '2029-06-01')).toEqual({ status: 'expired', reason: 'lapsed' });
  });

  test('today is the day of the framework’s zone', async () => {
    const { serial } = await house.issue(await house.newPerson('Zone'), {
      from: '2026-11-24',
      until: '2027-11-23',
    });
    at('2026-11-23T18:59:00Z');
    expect(await statusOf(serial)).toEqual({ status: 'not-yet-valid' });
    at('2026-11-23T19:00:00Z');
    expect(await statusOf(serial)).toEqual({ status: 'valid' });
    at(NOW);
  });

  test('tells name, level, dates, status and nothing else', async () => {
    const person = await house.newPerson('Айгүл Досова');
    const { serial, number } = await house.issue(person, { from: '2026-11-01', until: '2028-10-31' });
    const answer = await verifyCredential(house.as(null), { serial, withHistory: true });
    expect(answer).toMatchObject({
      serial,
      number,
      holder: { display: 'Айгүл Досова' },
      zone: 'Asia/Almaty',
      on: '2026-11-23',
    });
    expect(Object.keys(answer?.holder ?? {})).toEqual(['display', 'latin']);
    expect(JSON.stringify(answer)).not.toContain(person.personId);
    expect(answer?.history).toEqual([{ event: 'issued', on: '2026-11-23' }]);
  });

  test('changes at once with a revocation, and remembers what was known before', async () => {
    const { serial, qualificationId } = await house.issue(await house.newPerson('Revoked'), {
      from: '2026-11-01',
      until: '2028-10-31',
    });
    at('2026-11-24T10:00:00Z');
    await sanction(qualificationId, 'revoke', '2026-11-20');
    expect(await statusOf(serial)).toEqual({ status: 'revoked' });
    expect(await statusOf(serial, '2026-11-19')).toEqual({ status: 'valid' });
    expect(await statusOf(serial, '2026-11-21', '2026-11-24T09:59:59Z')).toEqual({ status: 'valid' });
    expect(await statusOf(serial, '2026-11-21', '2026-11-24T10:00:00Z')).toEqual({ status: 'revoked' });
    expect(await statusOf(serial, '2026-11-21', '2099-01-01T00:00:00Z')).toEqual({ status: 'revoked' });
    expect(await statusOf(serial, '2026-11-21', '2026-11-23T08:59:59Z')).toBeNull();
    at(NOW);
  });

  test('a suspension ends with the day of its lifting', async () => {
    const { serial, qualificationId } = await house.issue(await house.newPerson('Suspended'), {
      from: '2026-11-01',
      until: '2028-10-31',
    });
    await sanction(qualificationId, 'suspend', '2026-11-10');
    expect(await statusOf(serial)).toEqual({ status: 'suspended', reason: 'disciplinary' });
    at('2026-11-25T09:00:00Z');
    await sanction(qualificationId, 'lift', '2026-11-25');
    expect(await statusOf(serial)).toEqual({ status: 'valid' });
    expect(await statusOf(serial, '2026-11-24')).toEqual({ status: 'suspended', reason: 'disciplinary' });
    expect(await statusOf(serial, '2026-11-26', NOW)).toEqual({
      status: 'suspended',
      reason: 'disciplinary',
    });
    const { history } = (await verifyCredential(house.as(null), { serial, withHistory: true })) ?? {};
    expect(history?.map(({ event, on }) => `${event} ${on}`)).toEqual([
      'suspended 2026-11-10',
      'issued 2026-11-23',
      'restored 2026-11-25',
    ]);
    at(NOW);
  });

  test('a required component that lapses suspends, its renewal restores', async () => {
    const person = await house.newPerson('Component');
    await addComponent(person.personId, '2026-10-01', '2026-11-20');
    const { serial } = await house.issue(person, {
      from: '2026-11-01',
      until: '2028-10-31',
      components: ['safeguarding'],
    });
    expect(await statusOf(serial, '2026-11-20')).toEqual({ status: 'valid' });
    expect(await statusOf(serial)).toEqual({ status: 'suspended', reason: 'automatic' });
    at('2026-11-26T09:00:00Z');
    await addComponent(person.personId, '2026-11-25', '2029-11-24');
    expect(await statusOf(serial)).toEqual({ status: 'valid' });
    expect(await statusOf(serial, '2026-11-24')).toEqual({ status: 'suspended', reason: 'automatic' });
    expect(await statusOf(serial, '2026-11-26', NOW)).toEqual({ status: 'suspended', reason: 'automatic' });
    at(NOW);
  });

  test('a newer period takes its place on its first day', async () => {
    const person = await house.newPerson('Renewed');
    const old = await house.issue(person, { from: '2024-12-01', until: '2026-11-30' });
    const { qualificationId } = old;
    const renewed = await house.issue(person, {
      from: '2026-12-01',
      until: '2028-11-30',
      qualificationId,
      no: 2,
    });
    expect(await statusOf(old.serial)).toEqual({ status: 'valid' });
    expect(await statusOf(renewed.serial)).toEqual({ status: 'not-yet-valid' });
    expect(await statusOf(old.serial, '2026-12-01')).toEqual({ status: 'superseded' });
    expect(await statusOf(renewed.serial, '2026-12-01')).toEqual({ status: 'valid' });
  });

  test('agrees with what licensing knows, for every document, day and moment', async () => {
    const documents = await house
      .as(null)
      .db.credential.findMany({ select: { serial: true, periodId: true } });
    for (const knownAt of [NOW, '2026-11-24T09:00:00Z', '2026-11-27T00:00:00Z']) {
      at(knownAt);
      for (const { serial, periodId } of documents) {
        const [facts] = await getStandingFacts(house.as(null), {
          periodIds: [periodId],
          knownAt: new Date(knownAt),
        });
        for (const on of [
          '2026-10-31',
          '2026-11-15',
          '2026-11-25',
          '2026-12-01',
          '2028-10-31',
          '2028-11-01',
          '2029-06-01',
        ]) {
          expect(await statusOf(serial, on)).toEqual(facts ? publicStatus(facts, on) : null);
        }
      }
    }
    at(NOW);
  });
});

describe('serials as people type them', () => {
  test('are folded before they are looked up', async () => {
    const { serial } = await house.issue(await house.newPerson('Typed'), {
      from: '2026-11-01',
      until: '2028-10-31',
    });
    const groups = serial.match(/.{1,4}/g) ?? [];
    const wide = Array.from(serial, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
    ).join('');
    const alike = serial
      .replace(/0/g, 'O')
      .replace(/1/g, 'l')
      .replace(/A/g, 'А')
      .replace(/H/g, 'Н')
      .toLowerCase();
    for (const typed of [groups.join('-'), ` ${groups.join(' ')}\n`, serial.toLowerCase(), wide, alike]) {
      expect(await statusOf(typed)).toEqual({ status: 'valid' });
    }
  });

  test.each([
    ['nothing', ''],
    ['a hundred thousand characters', '7'.repeat(100_000)],
    ['NUL', '7K3M9QX2VD4P\u0000'],
    ['half a pair', '\uD800'],
    ['SQL', "'; DROP TABLE credential; --"],
    ['Kazakh', 'жаттықтырушы'],
    ['Japanese', '講道館講道館講道館講道館師'],
    ['a wrong check character', '7K3M9QX2VD4P0'],
    ['a serial nobody has', '7K3M9QX2VD4PV'],
  ])('%s is unknown', async (_, typed) => {
    expect(await statusOf(typed)).toBeNull();
  });
});
