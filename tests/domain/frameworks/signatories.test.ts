import { beforeAll, describe, expect, test } from 'vitest';
import { appointSignatory } from '~/domain/frameworks/appoint-signatory.server';
import { decideSignatory } from '~/domain/frameworks/decide-signatory.server';
import { endSignatoryTerm } from '~/domain/frameworks/end-signatory-term.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { type ListedTerm, listSignatories } from '~/domain/frameworks/list-signatories.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let regional: Actor;

const at = (day: string) => world.current.clock.set(`${day}T07:00:00Z`);

beforeAll(async () => {
  at('2026-11-28');
  cast = await openCast(world.current);
  const grants = cast.registrar.grants.map((grant) => ({ ...grant, path: '/kjf/karaganda/' }));
  regional = await cast.newPerson('Registrar of a region', '/kjf/karaganda/', grants);
});

const inFour = (en: string) => ({ original: 'en' as const, kk: en, ru: en, ja: en, en });
const form = (name: string, changes = {}) => ({
  ...{ level: 'one', submissionKey: newId(), rank: 1, name, latinName: 'Latin', document: 'Order 7' },
  ...{ office: inFour('President'), organisation: inFour('KJF'), from: '2027-01-01', until: null },
  ...changes,
});
const list = (actor: Actor = cast.registrar, after: string | null = null) =>
  listSignatories(cast.as(actor), { level: 'one', after });
const find = async (name: string, reader = cast.registrar): Promise<ListedTerm> => {
  const found = (await list(reader)).rows.find((term) => term.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
};
const decide = async (actor: Actor, name: string, decision: 'confirm' | 'refuse', seen?: number) => {
  const { id, acts } = await find(name);
  const sent = { level: 'one', signatoryId: id, decision, seen: seen ?? acts.length };
  return decideSignatory(cast.as(actor), sent);
};
const inOffice = async () => (await listLevels(cast.as(null)))[0]?.framework.signatories;

describe('an appointment', () => {
  test('is proposed once, confirmed once, by another registrar, and only then signs', async () => {
    const sent = form('Жаңа Президент');
    for (const _ of [1, 2, 3]) await appointSignatory(cast.as(cast.registrar), sent);
    const { rows } = await list();
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['Жаңа Президент', 'proposed'],
      ['Signatory', 'confirmed'],
    ]);
    expect(await inOffice()).toHaveLength(1);
    expect([rows[0]?.mayConfirm, (await find(sent.name, cast.secondRegistrar)).mayConfirm]).toEqual([
      false,
      true,
    ]);
    await expect(decide(cast.registrar, sent.name, 'confirm')).rejects.toMatchObject({
      code: 'frameworks.second-person',
    });
    const confirmed = [1, 2].map(() => decide(cast.secondRegistrar, sent.name, 'confirm', 1));
    expect(await Promise.all(confirmed)).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }]);
    const { acts } = await find(sent.name);
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['appoint', cast.registrar.accountId],
      ['confirm', cast.secondRegistrar.accountId],
    ]);
    expect((await inOffice())?.map(({ name, from }) => [name, from])).toEqual([
      ['Signatory', '2010-01-01'],
      ['Жаңа Президент', '2027-01-01'],
    ]);
  });

  test('is taken back by whoever proposed it, and what changed meanwhile is not decided', async () => {
    await appointSignatory(cast.as(cast.registrar), form('Withdrawn'));
    await expect(decide(cast.secondRegistrar, 'Withdrawn', 'confirm', 9)).rejects.toMatchObject({
      code: 'frameworks.changed-meanwhile',
    });
    expect(await decide(cast.registrar, 'Withdrawn', 'refuse')).toEqual({ state: 'refused' });
    await expect(decide(cast.secondRegistrar, 'Withdrawn', 'confirm')).rejects.toMatchObject({
      code: 'frameworks.changed-meanwhile',
    });
    expect(await inOffice()).toHaveLength(2);
  });

  test('names its faults where they were typed', async () => {
    const refused = async (changes: object, code: string, field: string) =>
      expect(appointSignatory(cast.as(cast.registrar), form('Faulty', changes))).rejects.toMatchObject({
        code: `frameworks.${code}`,
        extras: { field },
      });
    await refused({ until: '2026-12-31' }, 'until-before-from', 'until');
    await refused({ office: { ...inFour('x'), en: '' } }, 'needs-original', 'office.en');
    await refused({ name: '김' }, 'letters-not-printable', 'name');
    await refused({ organisation: { ...inFour('x'), ja: '김' } }, 'letters-not-printable', 'organisation.ja');
  });

  test('is the work of the registrars of the framework; a region reads', async () => {
    expect(await list(regional)).toMatchObject({ mayAppoint: false, isNobody: false });
    for (const actor of [regional, cast.assessor, null])
      await expect(appointSignatory(cast.as(actor), form('Nobody'))).rejects.toMatchObject({
        kind: actor ? 'forbidden' : 'unauthenticated',
      });
    await expect(list(cast.assessor)).rejects.toMatchObject({ kind: 'forbidden' });
    const strange = { level: 'one', signatoryId: newId(), decision: 'refuse' as const, seen: 1 };
    await expect(decideSignatory(cast.as(cast.registrar), strange)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

test('nobody confirms the own appointment, and no fifth one at a time', async () => {
  const displayName = 'Registrar Two';
  await appointSignatory(cast.as(cast.registrar), form(displayName, { from: '2031-01-01' }));
  await expect(decide(cast.secondRegistrar, displayName, 'confirm')).rejects.toMatchObject({
    code: 'frameworks.own-appointment',
  });
  expect(await decide(cast.secondRegistrar, displayName, 'refuse')).toEqual({ state: 'refused' });
  const term = { from: '2026-06-01', until: '2026-06-30' };
  for (const [at, each] of ['Uno', 'Due', 'Tre', 'Quattro'].entries()) {
    await appointSignatory(cast.as(cast.registrar), form(each, term));
    const confirmed = decide(cast.secondRegistrar, each, 'confirm');
    if (at < 3) expect(await confirmed).toEqual({ state: 'confirmed' });
    else await expect(confirmed).rejects.toMatchObject({ code: 'frameworks.too-many-at-a-time' });
  }
});

describe('an end', () => {
  const end = async (name: string, on: string) => {
    const { id, acts } = await find(name);
    const sent = { level: 'one', signatoryId: id, on, document: 'Order 8', seen: acts.length };
    return [1, 2].map(() => endSignatoryTerm(cast.as(cast.registrar), sent));
  };

  test('counts from the day that a second registrar confirmed, within the term', async () => {
    await expect(Promise.all(await end('Signatory', '2009-12-31'))).rejects.toMatchObject({
      code: 'frameworks.outside-the-term',
    });
    await Promise.all(await end('Signatory', '2026-12-31'));
    expect(await find('Signatory')).toMatchObject({ state: 'ending', lastDay: null, isInOffice: true });
    await decide(cast.secondRegistrar, 'Signatory', 'refuse');
    expect(await find('Signatory')).toMatchObject({ state: 'confirmed' });
    await Promise.all(await end('Signatory', '2026-11-27'));
    await decide(cast.secondRegistrar, 'Signatory', 'confirm');
    const ended = await find('Signatory');
    expect(ended).toMatchObject({ state: 'ended', lastDay: '2026-11-27', isInOffice: false });
    expect(ended.acts.map(({ act }) => act)).toEqual([
      ...['appoint', 'confirm', 'end', 'refuse-end', 'end', 'confirm-end'],
    ]);
    expect((await inOffice())?.[0]).toMatchObject({ name: 'Signatory', until: '2026-11-27' });
    expect(await list()).toMatchObject({ isNobody: true });
    expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
  });
});

test('terms are read page by page', async () => {
  for (let no = 1; no <= 25; no += 1)
    await appointSignatory(cast.as(cast.registrar), form(`Many ${no}`, { from: '2028-01-01' }));
  const first = await list();
  const second = await list(cast.registrar, first.next);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect([first.rows.length, new Set(ids).size]).toEqual([20, 33]);
  expect(second.next).toBeNull();
});
