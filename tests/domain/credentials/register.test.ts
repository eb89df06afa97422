import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportDocuments } from '~/domain/credentials/export-documents.server';
import { followRename } from '~/domain/credentials/follow-rename.server';
import { getRegisterListing } from '~/domain/credentials/get-register-listing.server';
import { listRegister } from '~/domain/credentials/list-register.server';
import { writeKey } from '~/domain/credentials/rules/register-key';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import type { Actor } from '~/platform/actor';
import { Prisma } from '~/platform/db/client';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from './credential-world';

const world = useWorld();
let house: CredentialWorld;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
});

beforeEach(async () => {
  await house.as(null).db.registerEntry.deleteMany();
  world.current.clock.set('2026-11-23T09:00:00Z');
});

const PERIOD = { from: '2026-11-01', until: '2028-10-31' };

async function listedPerson(
  name: string,
): Promise<{ person: Actor; serial: string; qualificationId: string }> {
  const person = await house.newPerson(name);
  await setRegisterListing(house.as(person), { listed: true });
  return { person, ...(await house.issue(person, PERIOD)) };
}

const names = async (q = '') => (await listRegister(house.as(null), { q })).holders.map(({ name }) => name);

describe('consent', () => {
  test('puts a holder in and takes them out at once, and is audited', async () => {
    const person = await house.newPerson('Айгүл Досова');
    await house.issue(person, PERIOD);
    expect(await names()).toEqual([]);
    expect(await getRegisterListing(house.as(person))).toEqual({ listed: false, since: null });
    await setRegisterListing(house.as(person), { listed: true });
    await setRegisterListing(house.as(person), { listed: true });
    expect(await names()).toEqual(['Айгүл Досова']);
    expect(await getRegisterListing(house.as(person))).toEqual({
      listed: true,
      since: '2026-11-23',
    });
    await setRegisterListing(house.as(person), { listed: false });
    expect(await names()).toEqual([]);
    const acts = await house
      .as(null)
      .db.auditEvent.findMany({ where: { subjectId: person.personId }, orderBy: { seq: 'asc' } });
    expect(acts.map(({ act }) => act)).toEqual([
      'credentials.register-agreed',
      'credentials.register-withdrawn',
    ]);
    const exported = await exportDocuments(house.as(person), { personId: person.personId });
    expect(exported).toMatchObject({
      register: [{ listed: true }, { listed: false }],
      credentials: [{ number: /KJF/ }],
    });
  });

  test('given before the award counts when it comes; the visitor has none to give', async () => {
    await listedPerson('Before');
    expect(await names()).toEqual(['Before']);
    await expect(setRegisterListing(house.as(null), { listed: true })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });

  test('sent five times at once it is one answer', async () => {
    const person = await house.newPerson('Often');
    await Promise.all(
      Array.from({ length: 5 }, () => setRegisterListing(house.as(person), { listed: true })),
    );
    expect(await house.as(null).db.registerConsent.count({ where: { personId: person.personId } })).toBe(1);
  });

  test('withdrawn while a document is issued leaves nothing in the register', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { person, qualificationId } = await listedPerson(`Race ${round}`);
      await Promise.all([
        house.issue(person, { from: '2028-11-01', until: '2030-10-31', qualificationId, no: 2 }),
        setRegisterListing(house.as(person), { listed: false }),
      ]);
    }
    expect(await names()).toEqual([]);
  });
});

describe('the list', () => {
  test('stands in the order of names: Cyrillic as Kazakh has it, Latin, kanji', async () => {
    const order = ['Абай', 'Әлия', 'Бауыржан', 'Қайрат', 'Ұлжан', 'Шолпан', 'Aidar', 'zhanar', '佐藤 花子'];
    for (const name of [...order].reverse()) await listedPerson(name);
    expect(await names()).toEqual(order);
  });

  test('shows a qualification once, twice while the next period waits, and follows the status', async () => {
    const { person, serial, qualificationId } = await listedPerson('Renewed');
    const next = await house.issue(person, {
      from: '2028-11-01',
      until: '2030-10-31',
      qualificationId,
      no: 2,
    });
    const serials = async () =>
      (await listRegister(house.as(null), { q: '' })).holders.map((each) => each.serial);
    expect((await serials()).sort()).toEqual([serial, next.serial].sort());
    world.current.clock.set('2028-11-01T00:00:00Z');
    expect(await serials()).toEqual([next.serial]);
    const later = await house.issue(person, {
      from: '2028-11-01',
      until: '2032-10-31',
      qualificationId,
      no: 3,
    });
    expect(await serials()).toEqual([later.serial]);
    expect(await house.as(null).db.registerEntry.count()).toBe(1);
  });

  test('finds names in any script and nothing for signs alone', async () => {
    await listedPerson('Жеңіс Әлімов');
    await listedPerson('さとう はなこ');
    for (const q of ['Жеңіс', 'женис', 'ЖЕНИС алимов', 'Jenis', 'Zhenis'])
      expect(await names(q)).toEqual(['Жеңіс Әлімов']);
    for (const q of ['Сато', 'sato', 'サトウ']) expect(await names(q)).toEqual(['さとう はなこ']);
    for (const q of ['%', '___', '\\', '!?', 'nobody']) expect(await names(q)).toEqual([]);
  });

  test('pages by key without losing or doubling anybody', async () => {
    const { person } = await listedPerson('Same 0');
    for (let at = 1; at < 53; at += 1) {
      await house.issue(person, { ...PERIOD });
    }
    const first = await listRegister(house.as(null), { q: 'same' });
    expect(first.holders).toHaveLength(50);
    const second = await listRegister(house.as(null), { q: 'same', after: first.next ?? undefined });
    expect(second).toMatchObject({ next: null, holders: [{}, {}, {}] });
    const serials = [...first.holders, ...second.holders].map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(53);
    for (const after of ['', '~', 'x', 'x~y', '~'.repeat(200)]) {
      expect((await listRegister(house.as(null), { q: 'same', after })).holders).toEqual(first.holders);
    }
  });

  test('follows a rename, and finds both names', async () => {
    const { person } = await listedPerson('Досова');
    const ctx = house.as(null);
    const described = await ctx.ports.describeHolder(ctx, person.personId);
    if (!described) throw new Error('The test needs a holder');
    const renamed = { ...described, displayName: 'Серикова', foldedNames: 'serikova' };
    ctx.ports.describeHolders = async () => new Map([[person.personId, renamed]]);
    await followRename(ctx, { personId: person.personId });
    expect(await names('serikova')).toEqual(['Серикова']);
    expect(await names('Досова')).toEqual(['Серикова']);
  });

  test('changes by the clock at the next midnight of Astana', async () => {
    const midnight = async () => (await listRegister(house.as(null), { q: '' })).changesAt.toISOString();
    expect(await midnight()).toBe('2026-11-23T19:00:00.000Z');
    world.current.clock.set('2026-11-23T19:00:00Z');
    expect(await midnight()).toBe('2026-11-24T19:00:00.000Z');
  });
});

describe('the plan of the list', () => {
  test('walks the index of names, and the one of folded names for a search', async () => {
    const { db } = house.as(null);
    const { person } = await listedPerson('Plan');
    await db.$executeRaw(Prisma.sql`ALTER TABLE register_entry DROP CONSTRAINT register_entry_serial_fkey`);
    await db.$executeRaw(Prisma.sql`
      INSERT INTO register_entry (serial, person_id, display_name, folded)
      SELECT 'P' || n, ${person.personId}::uuid, md5(n::text), md5(n::text) FROM generate_series(1, 20000) n`);
    await db.$executeRaw(Prisma.sql`VACUUM ANALYZE register_entry`);
    const plan = async (where: string) => {
      const rows = await db.$queryRawUnsafe<Record<string, string>[]>(
        `EXPLAIN SELECT display_name, serial FROM register_entry ${where}
         ORDER BY display_name COLLATE "kk-x-icu", serial COLLATE "C" LIMIT 51`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const later = `WHERE (display_name COLLATE "kk-x-icu", serial COLLATE "C") > ('a' COLLATE "kk-x-icu", 'P1' COLLATE "C")`;
    expect(await plan('')).toContain('register_entry_name_order_idx');
    expect(await plan(later)).toMatch(/register_entry_name_order_idx[\s\S]*Index Cond/);
    expect(await plan(`WHERE folded LIKE '%kunanbaev%'`)).toContain('register_entry_folded_idx');
    expect(writeKey({ name: 'a~b', serial: 'P1' })).toBe('a~b~P1');
    await db.registerEntry.deleteMany();
  });
});
