import { beforeAll, describe, expect, test } from 'vitest';
import { getPath } from '~/domain/applications/get-path.server';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { getRegisterListing } from '~/domain/credentials/get-register-listing.server';
import { listRegister } from '~/domain/credentials/list-register.server';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { exportPerson } from '~/domain/people/export-person.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { useWorld } from '../../support/database';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const office = () => house.as(house.registrar);
const later = (minutes: number) =>
  world.current.clock.set(new Date(world.current.clock.now().getTime() + minutes * 60_000));
const part = (unionId: string) => partRecords(office(), { unionId, reason: 'They are two' });
const foundBy = async (q: string) =>
  (await searchRegister(office(), { q })).rows.map(({ qualificationId }) => qualificationId);
const publicly = async (serial: string) => {
  const answer = await verifyCredential(house.as(null), { serial, withHistory: true });
  const { knownAt: _known, asOf: _as, ...facts } = answer ?? { knownAt: null, asOf: null };
  return facts;
};
const statesOf = async (personId: string) =>
  (await getHolderRecords(house.as(null), { personIds: [personId], on: '2026-11-25' }))
    .get(personId)
    ?.licences.map(({ facts, standing }) => [facts.qualificationId, standing.state]);

/** Every row that names one of the two, as the database has it. */
async function rowsOf(personIds: readonly string[]): Promise<string[]> {
  const { pool } = world.current.services.database;
  const columns = await pool.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('person_id', 'joined_to_id') ORDER BY 1, 2`);
  const rows: string[] = [];
  const derived = ['former_holder', 'register_entry', 'holder'];
  for (const { table, column } of columns.rows.filter(({ table }) => !derived.includes(table))) {
    const of = table === 'person' ? 'id' : column;
    const sql = `SELECT to_jsonb(t)::text AS row FROM "${table}" t WHERE ${of} = ANY($1::uuid[])`;
    for (const { row } of (await pool.query<{ row: string }>(sql, [personIds])).rows)
      rows.push(`${table} ${row}`);
  }
  return rows.sort();
}

describe('a record of the office and a coach who signed up', () => {
  test('everything belongs to the kept one, is found by both names, and goes back exactly', async () => {
    const kept = await house.record('Досова');
    const coach = await house.coach('Ахметова');
    const first = await house.award(kept);
    const second = await house.award(coach);
    await setRegisterListing(house.as(coach), { listed: true });
    const both = [kept.personId, coach.personId];
    const before = await rowsOf(both);
    const answers = [await publicly(first.serial), await publicly(second.serial)];
    later(60);
    const { unionId, state } = await house.join(kept, coach);
    expect(state).toBe('joined');
    expect(await statesOf(kept.personId)).toEqual([
      [first.qualificationId, 'active'],
      [second.qualificationId, 'active'],
    ]);
    expect(await statesOf(coach.personId)).toEqual([]);
    for (const name of ['Досова', 'Ахметова'])
      expect((await foundBy(name)).sort()).toEqual([first.qualificationId, second.qualificationId].sort());
    expect([await publicly(first.serial), await publicly(second.serial)]).toEqual(answers);
    const listed = await listRegister(house.as(null), { q: 'Ахметова' });
    expect(JSON.stringify(listed)).toContain(second.serial);
    later(60);
    await part(unionId);
    await part(unionId);
    expect(await rowsOf(both)).toEqual(before);
    expect(await foundBy('Ахметова')).toEqual([second.qualificationId]);
    expect(await foundBy('Досова')).toEqual([first.qualificationId]);
    expect([await publicly(first.serial), await publicly(second.serial)]).toEqual(answers);
    expect((await checkIssued(house.as(null), { after: null, take: 50 })).fault).toBeNull();
    expect((await verifyChain(house.db)).finding).toBeNull();
  });

  test('the account goes along: the coach signs in again and sees, exports and lists everything', async () => {
    const kept = await house.record('Сейтова');
    const coach = await house.coach('Сеитова');
    const award = await house.award(kept);
    const { unionId } = await house.join(kept, coach);
    const now = { ...coach, personId: kept.personId };
    expect(await house.db.session.count({ where: { accountId: coach.accountId } })).toBe(0);
    expect(await house.db.account.findUnique({ where: { id: coach.accountId } })).toMatchObject({
      personId: kept.personId,
    });
    const exported = JSON.stringify(await exportPerson(house.as(now)));
    expect(exported).toContain(award.qualificationId);
    expect(exported).toContain('Сеитова');
    expect(await getRegisterListing(house.as(now))).toMatchObject({ listed: false });
    const path = await getPath(house.as(now), { level: 'coach-one' }).catch((error) => error);
    expect(path).toBeDefined();
    const mails = await house.db.outboxMail.findMany({
      where: { to: coach.contact },
      orderBy: { id: 'asc' },
    });
    expect(mails.at(-1)?.subject).toBe('Ваши записи объединены');
    await part(unionId);
    expect(await house.db.account.findUnique({ where: { id: coach.accountId } })).toMatchObject({
      personId: coach.personId,
    });
  });
});
