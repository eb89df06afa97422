import { beforeAll, describe, expect, test } from 'vitest';
import { listApplications } from '~/domain/applications/list-applications.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { walkRegister } from '~/domain/licensing/walk-register.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { inTransaction } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, HOLDERS } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast);
});

const office = () => cast.as(cast.registrar);

describe('searching', () => {
  test('region, level, 60 days, safeguarding missing: the rows and no others', async () => {
    const filter = {
      state: 'all',
      path: '/kjf/r7/',
      level: 'one',
      within: '60',
      missing: 'safeguarding',
    } as const;
    const found = await searchRegister(office(), filter);
    const raw = await cast.as(null).db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT p.id::text FROM licence_period p JOIN qualification q ON q.id = p.qualification_id
      JOIN holder h ON h.person_id = q.person_id LEFT JOIN component c ON c.person_id = q.person_id
      WHERE h.path LIKE '/kjf/r7/%' AND c.id IS NULL AND p.until BETWEEN date '2026-11-23' AND date '2027-01-22'
      ORDER BY p.until, p.id`);
    expect(raw.length).toBeGreaterThan(0);
    expect(found.total).toBe(raw.length);
    expect(found.rows.map(({ periodId }) => periodId)).toEqual(raw.map(({ id }) => id));
  });

  test('pages follow each other without a gap or a double', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page = await searchRegister(office(), { state: 'all', path: '/kjf/r3/', after });
      ids.push(...page.rows.map(({ periodId }) => periodId));
      total = page.total;
      after = page.next;
    } while (after);
    expect(total).toBe(HOLDERS / 20);
    expect(new Set(ids).size).toBe(total);
  });

  test('names are found in any script; damaged addresses are read as empty', async () => {
    const { rows } = await searchRegister(office(), { state: 'all', q: '412 ДЕРЖАТЕЛЬ' });
    expect(rows.map(({ latinName }) => latinName).sort()).toEqual([
      'Holder 1412',
      'Holder 2412',
      'Holder 3412',
      'Holder 412',
    ]);
    for (const q of ['%', '___', '!?']) expect((await searchRegister(office(), { q })).total).toBe(0);
    const nul = 'a\u0000b';
    for (const field of [
      'path',
      'missing',
      'q',
      'level',
      'framework',
      'state',
      'within',
      'from',
      'sort',
      'after',
    ]) {
      await expect(searchRegister(office(), { [field]: nul })).resolves.toBeDefined();
      await expect(listApplications(office(), { [field]: nul })).resolves.toBeDefined();
    }
    const odd = await searchRegister(office(), {
      state: 'nonsense',
      within: 'x',
      after: '2026-01-01_x',
      level: 'none',
    });
    expect(odd).toMatchObject({ total: 0, unread: ['state', 'within'] });
  });

  test('by name: the order of Kazakh, page after page; beyond 1,000 it is not counted', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await searchRegister(office(), { state: 'all', path: '/kjf/r3/', sort: 'name', after });
      names.push(...page.rows.map(({ displayName }) => displayName));
      after = page.next;
    } while (after);
    const order = new Intl.Collator('kk').compare;
    expect(names).toEqual([...names].sort(order));
    expect(new Set(names).size).toBe(HOLDERS / 20);
    expect(await searchRegister(office(), { state: 'all' })).toMatchObject({ total: 1000, more: true });
  });

  test('between two days, in one framework, and with whatever is missing', async () => {
    const days = { state: 'all', from: '2027-02-01', to: '2027-02-10' };
    const { rows } = await searchRegister(office(), days);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ until }) => until >= days.from && until <= days.to)).toBe(true);
    const inLadder = await searchRegister(office(), { ...days, framework: 'test-ladder' });
    expect(inLadder.rows).toEqual(rows);
    expect((await searchRegister(office(), { ...days, framework: 'other' })).rows).toEqual([]);
    const lacking = await searchRegister(office(), { ...days, missing: 'any' });
    expect(lacking.rows).toEqual(rows.filter(({ missing }) => missing.length > 0));
  });

  test('the walk gives the rows of the list, all of them, in its order', async () => {
    const filter = { state: 'current', path: '/kjf/r4/' };
    const list: string[] = [];
    let after: string | null = null;
    do {
      const page = await searchRegister(office(), { ...filter, after });
      list.push(...page.rows.map(({ periodId }) => periodId));
      after = page.next;
    } while (after);
    const walk = await walkRegister(office(), { ...filter, limit: 1000 });
    const walked: string[] = [];
    for await (const page of walk.pages) walked.push(...page.map(({ periodId }) => periodId));
    expect(walked).toEqual(list);
    expect(walk.total).toBe(list.length);
    expect((await walkRegister(office(), { ...filter, limit: 5 })).total).toBe(6);
  });

  test('a form that was sent empty asks for nothing', async () => {
    const empty = { state: '', level: '', path: '', q: '', within: '', missing: '', after: '' };
    const { total } = await searchRegister(office(), empty);
    expect(total).toBe((await searchRegister(office(), {})).total);
    expect(total).toBeGreaterThan(0);
  });

  test('a region’s registrar sees the region only, a coach nothing', async () => {
    const grants = [
      {
        role: 'registrar' as const,
        organisationId: cast.organisationId,
        path: '/kjf/r5/',
        lang: null,
        level: null,
      },
    ];
    const regional = await cast.newPerson('Regional', '/kjf/r5/', grants);
    expect((await searchRegister(cast.as(regional), { state: 'all' })).total).toBe(HOLDERS / 20);
    const coach = await cast.newPerson('Coach');
    await expect(searchRegister(cast.as(coach), {})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('sanctions', () => {
  const order = {
    reason: 'conduct' as const,
    document: 'order 7',
    legalBasis: 'rule 4',
    effectiveOn: '2026-11-23',
    note: '',
  };

  async function first(state: string) {
    const { rows } = await searchRegister(office(), { state });
    const row = rows[0];
    if (!row) throw new Error(`nobody is ${state}`);
    return row;
  }

  test('suspend, lift, revoke: each counts at once, once, and stays in the history', async () => {
    const { qualificationId } = await first('active');
    const stateNow = async () => (await getQualification(office(), { qualificationId })).periods[0]?.standing;
    await sanctionQualification(office(), { act: 'suspend', qualificationId, ...order });
    expect(await stateNow()).toMatchObject({ state: 'suspended', reason: 'disciplinary' });
    const again = sanctionQualification(office(), { act: 'suspend', qualificationId, ...order });
    await expect(again).rejects.toMatchObject({ code: 'licensing.already-suspended' });
    await sanctionQualification(office(), { act: 'lift', qualificationId, ...order, reason: 'lifted' });
    expect(await stateNow()).toMatchObject({ state: 'active' });
    const sent = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        sanctionQualification(office(), { act: 'revoke', qualificationId, ...order }),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stateNow()).toMatchObject({ state: 'revoked' });
    const view = await getQualification(office(), { qualificationId });
    expect(view.decisions.map(({ act }) => act)).toEqual(['suspend', 'restore', 'revoke']);
  });

  test('not before the award, not on the own record, not by a coach, not elsewhere', async () => {
    const { qualificationId, personId } = await first('active');
    const early = { act: 'revoke' as const, qualificationId, ...order, effectiveOn: '2001-01-01' };
    await expect(sanctionQualification(office(), early)).rejects.toMatchObject({
      code: 'licensing.date-out-of-range',
    });
    const self = cast.as({ ...cast.registrar, personId });
    const revoke = { act: 'revoke' as const, qualificationId, ...order };
    await expect(sanctionQualification(self, revoke)).rejects.toMatchObject({ code: 'licensing.own-record' });
    const coach = cast.as(await cast.newPerson('Coach'));
    await expect(sanctionQualification(coach, revoke)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getQualification(coach, { qualificationId })).rejects.toMatchObject({ kind: 'forbidden' });
    const unknown = { ...revoke, qualificationId: '0199c000-0000-7000-8000-00000000ffff' };
    await expect(sanctionQualification(office(), unknown)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('until a revocation ordered ahead begins, the award may be suspended and restored', async () => {
    const { qualificationId } = await first('active');
    const ahead = { ...order, effectiveOn: '2026-12-23' };
    await sanctionQualification(office(), { act: 'revoke', qualificationId, ...ahead });
    await sanctionQualification(office(), { act: 'suspend', qualificationId, ...order });
    const twice = sanctionQualification(office(), { act: 'revoke', qualificationId, ...ahead });
    await expect(twice).rejects.toMatchObject({ code: 'licensing.already-revoked' });
    await sanctionQualification(office(), { act: 'lift', qualificationId, ...order, reason: 'lifted' });
    const { periods, qualification } = await getQualification(office(), { qualificationId });
    expect(periods[0]?.standing.state).toBe('active');
    expect(qualification).toMatchObject({
      revocation: { from: '2026-12-23', endsOn: null },
      openSuspension: null,
    });
  });
});

test('a renamed holder is found by the new name', async () => {
  const { personId } = (await searchRegister(office(), { state: 'all', q: 'holder 77' })).rows[0] ?? {
    personId: '',
  };
  const ctx = office();
  ctx.ports.describeHolder = async () => ({
    personId,
    displayName: 'Жаңа есім',
    latinName: 'New Name',
    foldedNames: 'jana esim',
    organisationId: null,
    path: '/kjf/r1/',
    mail: null,
  });
  await inTransaction(ctx, (tx) => keepHolders(tx, { personId }));
  expect((await searchRegister(office(), { state: 'all', q: 'Жана есим' })).rows[0]?.personId).toBe(personId);
  const moved = await searchRegister(office(), { state: 'all', path: '/kjf/r1/', q: 'есим' });
  expect(moved.rows.map((row) => row.personId)).toEqual([personId]);
});
