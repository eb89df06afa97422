import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideAmendment } from '~/domain/amendments/decide-amendment.server';
import { editDraft } from '~/domain/amendments/edit-draft.server';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import type { DraftEdit } from '~/domain/amendments/inputs';
import { openDraft } from '~/domain/amendments/open-draft.server';
import { proposeWithdrawal } from '~/domain/amendments/propose-withdrawal.server';
import { withdrawAmendment } from '~/domain/amendments/withdraw-amendment.server';
import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { amending, points, terms } from '../../support/amendments';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';

const world = useWorld();
let cast: RenewalCast;
let third: Actor;
let regional: Actor;

const at = (day: string) => world.current.clock.set(`${day}T07:00:00Z`);
const rulesOn = (levelId: string, on: string) => getRuleSet(cast.as(null), { levelId, on });
const desk = () => amending((actor) => cast.as(actor), 'keep');
const book = () => getRulebook(cast.as(cast.registrar), { level: 'keep' });

beforeAll(async () => {
  at('2026-11-28');
  cast = await openRenewalCast(world.current);
  third = await cast.newPerson('Registrar Three', '/kjf/', cast.registrar.grants);
  const grants = cast.registrar.grants.map((grant) => ({ ...grant, path: '/kjf/karaganda/' }));
  regional = await cast.newPerson('Registrar of a region', '/kjf/karaganda/', grants);
});

beforeEach(async () => {
  at('2026-11-28');
  const { open } = await book();
  if (!open) return;
  const author =
    open.acts.at(0)?.actorId === cast.secondRegistrar.accountId ? 'secondRegistrar' : 'registrar';
  await withdrawAmendment(cast.as(cast[author]), { level: 'keep', amendmentId: open.id });
});

describe('who may', () => {
  test('only registrars of the framework draft; a region reads', async () => {
    for (const actor of [null, cast.assessor, regional])
      await expect(openDraft(cast.as(actor), { level: 'keep' })).rejects.toMatchObject({
        kind: actor ? 'forbidden' : 'unauthenticated',
      });
    expect(await getRulebook(cast.as(regional), { level: 'keep' })).toMatchObject({ mayAmend: false });
    await expect(getRulebook(cast.as(cast.assessor), { level: 'keep' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(openDraft(cast.as(cast.registrar), { level: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('nobody who wrote any of it approves it', async () => {
    const { begin, edit, propose, approve, open } = desk();
    await begin(cast.registrar);
    await edit(cast.secondRegistrar, points(8));
    await propose(cast.registrar);
    for (const author of [cast.registrar, cast.secondRegistrar])
      await expect(approve(author)).rejects.toMatchObject({ code: 'amendments.second-person' });
    expect((await open(cast.registrar)).powers).toEqual(['withdraw']);
    expect((await open(third)).powers).toEqual(['approve', 'return', 'refuse']);
  });
});

describe('a draft', () => {
  test('is one for a level, however often it is begun, also at once', async () => {
    const made = await Promise.all([
      openDraft(cast.as(cast.registrar), { level: 'keep' }),
      openDraft(cast.as(cast.registrar), { level: 'keep' }),
      openDraft(cast.as(cast.secondRegistrar), { level: 'keep' }),
    ]);
    expect(new Set(made.map(({ amendmentId }) => amendmentId)).size).toBe(1);
    expect((await book()).open).toMatchObject({ state: 'draft', rules: { effectiveFrom: '2027-01-01' } });
  });

  test('takes a form once, and none that was filled in before a change by others', async () => {
    const { begin, open } = desk();
    await begin(cast.registrar);
    const { fingerprint: seen } = await open(cast.registrar);
    const edit = { ...points(9), seen } as DraftEdit;
    await editDraft(cast.as(cast.registrar), { level: 'keep', edit });
    await editDraft(cast.as(cast.registrar), { level: 'keep', edit });
    expect((await open(cast.registrar)).acts.map(({ act }) => act)).toEqual(['draft', 'edit']);
    await expect(
      editDraft(cast.as(cast.secondRegistrar), { level: 'keep', edit: { ...terms(), seen } as DraftEdit }),
    ).rejects.toMatchObject({ code: 'amendments.changed-meanwhile' });
  });

  test('that changes nothing, contradicts itself or begins today is not proposed', async () => {
    const { begin, edit, propose, open } = desk();
    await begin(cast.registrar);
    await expect(propose(cast.registrar)).rejects.toMatchObject({ code: 'amendments.no-change' });
    await edit(cast.registrar, terms({ graceMonths: 14 }));
    expect((await open(cast.registrar)).faults).toEqual(['tiers-collide']);
    await expect(propose(cast.registrar)).rejects.toMatchObject({ code: 'amendments.faulty' });
    await edit(cast.registrar, terms({ effectiveFrom: '2026-11-28', span: 24 }));
    await expect(propose(cast.registrar)).rejects.toMatchObject({ code: 'frameworks.begins-too-early' });
  });
});

describe('a decision', () => {
  test('of two at once is one, and becomes the next version', async () => {
    const { begin, edit, propose, open } = desk();
    const { level } = await book();
    const before = level.ruleSets.length;
    await begin(cast.registrar);
    await edit(cast.registrar, points(10));
    await propose(cast.registrar);
    const { id, fingerprint: seen } = await open(third);
    const read = { act: 'approve' as const, level: 'keep', amendmentId: id, seen, note: '' };
    const approve = (actor: Actor) => decideAmendment(cast.as(actor), read);
    const sent = await Promise.allSettled([
      approve(cast.secondRegistrar),
      approve(third),
      approve(cast.secondRegistrar),
      approve(third),
    ]);
    const refusals = sent.filter(({ status }) => status === 'rejected');
    expect(refusals.length).toBe(2);
    const after = await book();
    expect(after.level.ruleSets).toHaveLength(before + 1);
    expect(after.coming).toMatchObject([
      { rules: { number: before + 1, effectiveFrom: '2027-01-01' }, changes: [{ kind: 'changed' }] },
    ]);
    expect((await rulesOn(level.id, '2026-12-31')).points?.total).toBe(6);
    expect((await rulesOn(level.id, '2027-01-01')).points?.total).toBe(10);
    expect(await verifyChain(cast.as(null).db)).toMatchObject({ finding: null });
  });

  test('on another text than was read, or on the first day of the rules, is refused', async () => {
    const { begin, edit, propose, approve, open } = desk();
    await begin(cast.registrar);
    await edit(cast.registrar, points(12));
    await propose(cast.registrar);
    const { id, fingerprint } = await open(third);
    const stale = { act: 'approve' as const, level: 'keep', amendmentId: id, note: '' };
    const seen = `${fingerprint.slice(1)}${fingerprint[0]}`;
    await expect(decideAmendment(cast.as(third), { ...stale, seen })).rejects.toMatchObject({
      code: 'amendments.changed-meanwhile',
    });
    at('2027-01-01');
    await expect(approve(third)).rejects.toMatchObject({ code: 'frameworks.begins-too-early' });
    expect((await open(third)).state).toBe('proposed');
  });

  test('sends back with a reason, to be edited and proposed again', async () => {
    const { begin, edit, propose, open } = desk();
    await begin(cast.registrar);
    await edit(cast.registrar, points(11));
    await propose(cast.registrar);
    await expect(edit(cast.registrar, points(7))).rejects.toMatchObject({
      code: 'amendments.already-proposed',
    });
    const { id, fingerprint } = await open(third);
    const back = { level: 'keep', amendmentId: id, seen: fingerprint, note: 'Too much at once' };
    expect(await decideAmendment(cast.as(third), { ...back, act: 'return' })).toEqual({ state: 'draft' });
    await edit(cast.registrar, points(7));
    await propose(cast.registrar);
    const again = await open(third);
    const refusal = { ...back, seen: again.fingerprint, act: 'refuse' as const };
    expect(await decideAmendment(cast.as(third), refusal)).toEqual({ state: 'refused' });
    expect(await decideAmendment(cast.as(third), refusal)).toEqual({ state: 'refused' });
    expect((await book()).open).toBeNull();
  });
});

describe('approved rules whose day has not come', () => {
  test('are replaced by others of the same day, or taken back by two people', async () => {
    const { begin, edit, propose, approve, open } = desk();
    const { level } = await book();
    await begin(cast.registrar);
    await edit(cast.registrar, points(20));
    await propose(cast.registrar);
    const [coming] = (await book()).coming;
    const total = coming?.rules.points?.total;
    expect(total).not.toBe(6);
    expect(await open(cast.secondRegistrar)).toMatchObject({
      replaces: { id: coming?.rules.id },
      changes: [{ kind: 'changed', was: { params: { count: total } }, now: { params: { count: 20 } } }],
    });
    await approve(cast.secondRegistrar);
    const { rows } = await world.current.services.database.pool.query<{ detail: { replaced?: string[] } }>(
      `SELECT d.detail FROM audit_event e JOIN audit_detail d USING (seq)
       WHERE e.act = 'amendments.approved' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.detail.replaced).toEqual([coming?.rules.id]);
    expect((await book()).coming).toHaveLength(1);
    const ruleSetId = (await book()).coming[0]?.rules.id ?? '';
    const asked = { level: 'keep', ruleSetId, note: 'A mistake' };
    const { amendmentId } = await proposeWithdrawal(cast.as(cast.registrar), asked);
    expect((await proposeWithdrawal(cast.as(cast.registrar), asked)).amendmentId).toBe(amendmentId);
    await expect(openDraft(cast.as(third), { level: 'keep' })).rejects.toMatchObject({
      code: 'amendments.one-at-a-time',
    });
    await expect(approve(cast.registrar)).rejects.toMatchObject({ code: 'amendments.second-person' });
    await approve(third);
    expect((await book()).coming).toEqual([]);
    expect((await rulesOn(level.id, '2027-01-01')).points?.total).toBe(6);
    await expect(proposeWithdrawal(cast.as(cast.registrar), asked)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
