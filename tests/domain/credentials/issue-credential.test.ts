import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { insertCredentials } from '~/domain/credentials/data/credentials.server';
import { issueCredentials } from '~/domain/credentials/issue-credentials.server';
import { listDocuments } from '~/domain/credentials/list-documents.server';
import { isSerial, newSerial } from '~/domain/credentials/rules/serial';
import { readSnapshot } from '~/domain/credentials/rules/snapshot';
import { snapshotHash } from '~/domain/credentials/rules/snapshot-hash';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { onlyOne } from '~/platform/only-one';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from './credential-world';

const world = useWorld();
let house: CredentialWorld;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
});

const PERIOD = { from: '2026-11-23', until: '2028-11-22' };
const numbers = async (): Promise<string[]> =>
  (await house.as(null).db.credential.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number);

describe('issuing', () => {
  test('freezes what the paper says and enqueues its drawing', async () => {
    const person = await house.newPerson('Әбілқайыр Құнанбаев');
    const issued = await house.issue(person, PERIOD);
    expect(isSerial(issued.serial)).toBe(true);
    const row = await house.as(null).db.credential.findUniqueOrThrow({ where: { serial: issued.serial } });
    expect(row).toMatchObject({ languages: ['kk', 'ja'], templateVersion: 2, personId: person.personId });
    expect(readSnapshot(row.snapshot)).toMatchObject({
      serial: issued.serial,
      number: issued.number,
      holder: { display: 'Әбілқайыр Құнанбаев', latin: 'Latin 19' },
      level: { slug: 'coach-one', rank: 1 },
      signatories: [{ name: 'Демо Президент' }],
      validFrom: '2026-11-23',
      validUntil: '2028-11-22',
      issuedOn: '2026-11-23',
    });
    const places = house.as(null).db.statusEntry;
    expect(await places.findUniqueOrThrow({ where: { credentialId: row.id } })).toMatchObject({ listNo: 1 });
    const waiting = await world.current.services.queue.boss.getQueueSize('credentials.render');
    expect(waiting).toBe(1);
  });

  test('a period has one document, told twice it is the same', async () => {
    const person = await house.newPerson('Twice');
    const { periodId, qualificationId, ...issued } = await house.issue(person, PERIOD);
    const before = await numbers();
    const again = await inTransaction(house.as(house.registrar), async (tx) => {
      const order = await house.order(tx, person, { ...PERIOD, qualificationId, no: 2 });
      return onlyOne(await issueCredentials(tx, [{ ...order, periodId }]));
    });
    const { snapshot } = await house.as(null).db.credential.findFirstOrThrow({ where: { periodId } });
    expect(again).toEqual({ ...issued, sha256: snapshotHash(snapshot) });
    expect(await numbers()).toEqual(before);
    expect(await listDocuments(house.as(null), { qualificationIds: [qualificationId, newId()] })).toEqual(
      new Map([[qualificationId, [{ ...issued, periodId, isReplaced: false }]]]),
    );
  });

  test('refuses what the paper could not show, names the letters and draws no number', async () => {
    const before = await numbers();
    const refused = house.issue(await house.newPerson('김 Иван'), PERIOD);
    await expect(refused).rejects.toMatchObject({
      code: 'credentials.letters-not-printable',
      extras: { params: { letters: '김 (U+AE40)' } },
    });
    expect(await numbers()).toEqual(before);
    const next = await house.issue(await house.newPerson('𠮷田 太郎'), PERIOD);
    expect(next.number).toBe(`KJF-2026-${String(before.length + 1).padStart(6, '0')}`);
  });

  test('needs somebody in office', async () => {
    world.current.clock.set('2019-06-01T09:00:00Z');
    const person = await house.newPerson('Nobody signs');
    const { framework } = house.level;
    const level = { ...house.level, framework: { ...framework, signatories: [] } };
    const issued = inTransaction(house.as(house.registrar), async (tx) =>
      issueCredentials(tx, [{ ...(await house.order(tx, person, PERIOD)), level }]),
    );
    await expect(issued).rejects.toMatchObject({ code: 'credentials.no-signatory' });
    world.current.clock.set('2026-11-23T09:00:00Z');
  });

  test('a serial that is taken is drawn again', async () => {
    const person = await house.newPerson('Taken');
    const { serial } = await house.issue(person, PERIOD);
    const db = house.as(null).db;
    const row = await db.credential.findUniqueOrThrow({ where: { serial } });
    const snapshot = { ...readSnapshot(row.snapshot), number: 'KJF-2026-999999' };
    const again = { ...row, id: newId(), periodId: newId(), snapshot };
    const free = { ...again, periodId: row.periodId, replacesId: row.id, id: newId() };
    const other = { ...snapshot, serial: newSerial(randomBytes), number: 'TAKEN-1' };
    const written = await insertCredentials(db, [again, { ...free, snapshot: other }]);
    expect(written).toEqual(new Set([free.id]));
  });
});

describe('numbers', () => {
  test('have no gap and no repetition when twenty are issued at once and some transactions roll back', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, at) => house.newPerson(`Parallel ${at}`)),
    );
    const outcomes = await Promise.allSettled(
      people.map((person, at) =>
        inTransaction(house.as(house.registrar), async (tx) => {
          const issued = await issueCredentials(tx, [await house.order(tx, person, PERIOD)]);
          if (at % 3 === 0) throw new Error('rolled back');
          return issued;
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
    const drawn = await numbers();
    const year = drawn.filter((number) => number.startsWith('KJF-2026-'));
    expect(year).toEqual(year.map((_, at) => `KJF-2026-${String(at + 1).padStart(6, '0')}`));
    const serials = await house.as(null).db.credential.findMany({ select: { serial: true } });
    expect(new Set(serials.map(({ serial }) => serial)).size).toBe(serials.length);
  });

  test('begin again with the year of the framework’s zone', async () => {
    world.current.clock.set('2026-12-31T19:30:00Z');
    const person = await house.newPerson('New year');
    expect((await house.issue(person, { from: '2027-01-01', until: '2028-12-31' })).number).toBe(
      'KJF-2027-000001',
    );
    world.current.clock.set('2026-11-23T09:00:00Z');
  });
});
