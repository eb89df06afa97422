import { beforeAll, describe, expect, test } from 'vitest';
import { acceptCode } from '~/domain/conduct/accept-code.server';
import { decideVersion } from '~/domain/conduct/decide-version.server';
import { exportPersonalData } from '~/domain/conduct/export-personal-data.server';
import { findAcceptance } from '~/domain/conduct/find-acceptance.server';
import { findAccepted } from '~/domain/conduct/find-accepted.server';
import { listCodes } from '~/domain/conduct/list-codes.server';
import { listOwnCodes } from '~/domain/conduct/list-own-codes.server';
import { listVersions } from '~/domain/conduct/list-versions.server';
import { proposeVersion } from '~/domain/conduct/propose-version.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let coach: Actor;
let regional: Actor;

const at = (moment: string) => world.current.clock.set(moment);

const form = (changes = {}) => ({
  ...{ submissionKey: newId(), framework: 'test-ladder', original: 'en' as const },
  ...{ text: { kk: '1. Қауіпсіздік', ru: '', ja: '', en: '1. Safety' }, inForceFrom: '2026-01-01' },
  ...{ reason: 'The first one', document: 'Order 1', ...changes },
});
const propose = (changes = {}, actor = cast.registrar) => proposeVersion(cast.as(actor), form(changes));
const decide = (actor: Actor, versionId: string, decision: 'confirm' | 'decline') =>
  decideVersion(cast.as(actor), { versionId, decision });
const publish = async (inForceFrom: string, text?: object) => {
  const { versionId } = await propose({ inForceFrom, ...(text ? { text } : {}) });
  await decide(cast.secondRegistrar, versionId, 'confirm');
  return versionId;
};
const accept = (actor: Actor, versionId: string) => acceptCode(cast.as(actor), { versionId });
const framework = async () => {
  const [level] = await listLevels(cast.as(null));
  if (!level) throw new Error('The test has no ladder');
  return level.framework;
};
const acts = async (act: string) => world.current.ctx().db.auditEvent.count({ where: { act } });

beforeAll(async () => {
  at('2026-06-01T07:00:00Z');
  cast = await openCast(world.current);
  coach = await cast.newPerson('Coach');
  const grants = cast.registrar.grants.map((grant) => ({ ...grant, path: '/kjf/karaganda/' }));
  regional = await cast.newPerson('Registrar of a region', '/kjf/karaganda/', grants);
});

describe('a version', () => {
  test('is proposed once however often it is sent, and only one waits', async () => {
    expect(await listCodes(cast.as(null), { number: null })).toEqual([]);
    const sent = form();
    const made = await Promise.all([1, 2, 3].map(() => proposeVersion(cast.as(cast.registrar), sent)));
    expect(new Set(made.map(({ versionId }) => versionId)).size).toBe(1);
    await expect(propose({}, cast.secondRegistrar)).rejects.toMatchObject({ code: 'conduct.proposal-open' });
    expect(await acts('conduct.version-proposed')).toBe(1);
    const { rows } = await listVersions(cast.as(cast.registrar), { after: '' });
    expect(rows.map(({ state, number, isOwn }) => [state, number, isOwn])).toEqual([
      ['proposed', null, true],
    ]);
  });

  test('is confirmed once, by another registrar, and gets its number', async () => {
    const [open] = (await listVersions(cast.as(cast.registrar), { after: '' })).rows;
    const id = open?.id ?? '';
    await expect(decide(cast.registrar, id, 'confirm')).rejects.toMatchObject({
      code: 'conduct.second-person',
    });
    await Promise.all([1, 2].map(() => decide(cast.secondRegistrar, id, 'confirm')));
    await expect(decide(cast.registrar, id, 'decline')).rejects.toMatchObject({
      code: 'conduct.already-decided',
    });
    expect(await acts('conduct.version-confirmed')).toBe(1);
    const [code] = await listCodes(cast.as(null), { number: null });
    expect(code?.shown).toMatchObject({ number: 1, inForceFrom: '2026-01-01', text: { original: 'en' } });
  });

  test('is taken back by its author, and leaves no number behind', async () => {
    const { versionId } = await propose({ inForceFrom: '2026-07-01' });
    for (const _ of [1, 2]) await decide(cast.registrar, versionId, 'decline');
    await expect(decide(cast.secondRegistrar, versionId, 'confirm')).rejects.toMatchObject({
      code: 'conduct.already-decided',
    });
    expect((await listCodes(cast.as(null), { number: null }))[0]?.versions).toHaveLength(1);
  });

  test('names its faults where they were typed', async () => {
    const refused = (changes: object, code: string, field: string) =>
      expect(propose(changes)).rejects.toMatchObject({ code: `conduct.${code}`, extras: { field } });
    await refused({ original: 'ja', inForceFrom: '2026-07-01' }, 'needs-original', 'text.ja');
    await refused({ inForceFrom: '2026-01-01' }, 'not-after-the-last', 'inForceFrom');
    await refused({ inForceFrom: '2026-05-31' }, 'day-passed', 'inForceFrom');
    const { versionId } = await propose({ inForceFrom: '2026-06-01' });
    at('2026-06-02T07:00:00Z');
    await expect(decide(cast.secondRegistrar, versionId, 'confirm')).rejects.toMatchObject({
      code: 'conduct.day-passed',
    });
    await decide(cast.secondRegistrar, versionId, 'decline');
  });

  test('is the work of the registrars of the federation; a region reads', async () => {
    expect((await listVersions(cast.as(regional), { after: '' })).codes[0]).toMatchObject({
      mayPropose: false,
    });
    for (const actor of [regional, cast.assessor])
      await expect(propose({ inForceFrom: '2026-07-01' }, actor)).rejects.toMatchObject({
        kind: 'forbidden',
      });
    await expect(listVersions(cast.as(coach), { after: '' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(propose({ framework: 'x' })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(decide(cast.registrar, newId(), 'decline')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('an acceptance', () => {
  const idOf = async (number: number) =>
    (await listCodes(cast.as(null), { number }))[0]?.shown?.id ?? newId();
  const accepted = async (on: string) =>
    (await findAccepted(cast.as(null), { personIds: [coach.personId], on })).length;

  test('is one, in the language that was read, however often it is sent', async () => {
    const versionId = await idOf(1);
    await Promise.all([1, 2, 3].map(() => accept(coach, versionId)));
    await accept(coach, versionId);
    expect(await acts('conduct.accepted')).toBe(1);
    const told = await exportPersonalData(cast.as(coach), { personId: coach.personId });
    expect(told).toMatchObject({ accepted: [{ number: 1, lang: 'en' }] });
    expect(await listOwnCodes(cast.as(coach))).toMatchObject([
      { current: { number: 1 }, acceptedAt: world.current.clock.now(), earlier: [] },
    ]);
    await expect(acceptCode(cast.as(null), { versionId })).rejects.toMatchObject({ kind: 'unauthenticated' });
    await expect(accept(coach, newId())).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('is of the version in force: a newer one is accepted anew from its first day', async () => {
    const second = await publish('2026-07-01', { kk: '1. Қауіпсіздік', ru: '1. Р', ja: '', en: '1. New' });
    await expect(accept(coach, second)).rejects.toMatchObject({ code: 'conduct.not-in-force' });
    expect([await accepted('2026-06-30'), await accepted('2026-07-01')]).toEqual([1, 0]);
    at('2026-06-30T18:59:00Z');
    expect(await listOwnCodes(cast.as(coach))).toMatchObject([{ current: { number: 1 } }]);
    at('2026-06-30T19:01:00Z');
    expect(await listOwnCodes(cast.as(coach))).toMatchObject([
      { current: { number: 2 }, acceptedAt: null, earlier: [{ number: 1 }] },
    ]);
    const last = { personId: coach.personId, framework: await framework() };
    expect(await findAcceptance(cast.as(null), last)).toMatchObject({ current: 2, number: 1 });
    await accept(coach, await idOf(1));
    await accept(coach, second);
    expect(await findAcceptance(cast.as(null), last)).toMatchObject({ current: 2, number: 2 });
    expect(await accepted('2026-07-01')).toBe(1);
    const other = await cast.newPerson('Other');
    await expect(accept(other, await idOf(1))).rejects.toMatchObject({ code: 'conduct.not-in-force' });
    const stranger = { personId: other.personId, framework: await framework() };
    expect(await findAcceptance(cast.as(null), stranger)).toEqual({
      ...{ current: 2, number: null, acceptedAt: null },
    });
    expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
  });

  test('words left as they were keep who wrote them', async () => {
    const [code] = await listCodes(cast.as(null), { number: 2 });
    expect(code?.shown?.text.kk?.at).toBe('2026-06-01T07:00:00.000Z');
    expect(code?.shown?.text.en?.at).toBe('2026-06-02T07:00:00.000Z');
    await expect(listCodes(cast.as(null), { number: 3 })).rejects.toMatchObject({ kind: 'not-found' });
  });
});
