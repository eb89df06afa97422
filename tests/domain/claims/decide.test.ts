import { beforeAll, describe, expect, test } from 'vitest';
import { decideClaim } from '~/domain/claims/decide-claim.server';
import { getClaim } from '~/domain/claims/get-claim.server';
import { getOwnClaim } from '~/domain/claims/get-own-claim.server';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import type { DecideClaimInput, HandInInput } from '~/domain/claims/inputs';
import { openClaimFile } from '~/domain/claims/open-claim-file.server';
import { withdrawClaim } from '~/domain/claims/withdraw-claim.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import type { Actor, Grant } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { isDomainError } from '~/platform/errors';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { danGrade, firstAid } from '../../support/papers';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

async function newClaim(input: HandInInput = firstAid(), name = 'Coach', path?: string) {
  const coach = await cast.newPerson(name, path);
  const { claimId } = await handInClaim(cast.as(coach), input);
  return { coach, claimId, input };
}

const asTyped = ({ issuer, number, issuedOn, validUntil }: HandInInput) => ({
  issuer,
  number: number ?? '',
  issuedOn,
  validUntil: validUntil ?? '',
});

const confirm = (
  actor: Actor,
  claimId: string,
  input: HandInInput,
  facts: Partial<Extract<DecideClaimInput, { act: 'confirm' }>> = {},
) => decideClaim(cast.as(actor), { act: 'confirm', claimId, ...asTyped(input), note: '', ...facts });

const refuse = (actor: Actor, claimId: string) =>
  decideClaim(cast.as(actor), { act: 'refuse', claimId, reason: 'unreadable', note: 'Слишком темно' });

const evidenceOf = ({ personId }: Actor) => cast.as(null).db.evidence.findMany({ where: { personId } });
const componentsOf = ({ personId }: Actor) => cast.as(null).db.component.findMany({ where: { personId } });
const mailsTo = ({ accountId }: Actor) =>
  cast.as(null).db.outboxMail.findMany({ where: { to: `${accountId}@test.kz` } });

const registrarOf = (path: string): Promise<Actor> => {
  const grant: Grant = {
    role: 'registrar',
    organisationId: cast.organisationId,
    path,
    lang: null,
    level: null,
  };
  return cast.newPerson(`Registrar of ${path}`, path, [grant]);
};

describe('confirming', () => {
  test('makes evidence and a live component, and tells the coach once', async () => {
    const { coach, claimId, input } = await newClaim();
    await confirm(cast.registrar, claimId, input);
    await confirm(cast.registrar, claimId, input);
    expect(await evidenceOf(coach)).toMatchObject([
      { type: 'component', sourceId: claimId, component: 'first-aid', confirmedBy: cast.registrar.accountId },
    ]);
    const [component] = await componentsOf(coach);
    expect(component?.kind).toBe('first-aid');
    expect(component?.until.toISOString().slice(0, 10)).toBe('2028-09-30');
    const mails = await mailsTo(coach);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/ru/me/evidence/claims/${claimId}`);
    const { evidence } = await listOwnEvidence(cast.as(coach));
    expect(evidence[0]?.title.ja?.text).toBe('応急手当の修了証（Қызыл Жарты ай）');
  });

  test('the registrar’s reading stands beside what the coach typed', async () => {
    const { coach, claimId, input } = await newClaim();
    await confirm(cast.registrar, claimId, input, { number: 'ПП-2026/71', validUntil: '2027-09-30' });
    const claim = await getOwnClaim(cast.as(coach), { claimId });
    expect(claim).toMatchObject({ number: 'ПП-2026/17', validUntil: '2028-09-30', state: 'confirmed' });
    expect(claim.decision?.read).toMatchObject({ number: 'ПП-2026/71', validUntil: '2027-09-30' });
    const [component] = await componentsOf(coach);
    expect(component?.until.toISOString().slice(0, 10)).toBe('2027-09-30');
  });

  test('a dan grade is evidence of its own and no condition of a licence', async () => {
    const { coach, claimId, input } = await newClaim(danGrade());
    await confirm(cast.registrar, claimId, input, { validUntil: '2030-01-01' });
    expect(await evidenceOf(coach)).toMatchObject([
      { type: 'external', ref: 'dan:3', component: null, validUntil: null },
    ]);
    expect(await componentsOf(coach)).toEqual([]);
  });

  test('prior learning keeps its hours and its own words', async () => {
    const input = firstAid({ kind: 'prior-learning', title: 'Ukemi для детей', hours: '12' });
    const { coach, claimId } = await newClaim(input);
    await confirm(cast.registrar, claimId, input);
    const { evidence } = await listOwnEvidence(cast.as(coach));
    expect(evidence).toMatchObject([{ type: 'prior_learning', hours: 12, points: 0 }]);
    expect(evidence[0]?.title.ru?.text).toBe('Ukemi для детей (Қызыл Жарты ай)');
  });

  test('a condition without a last day is not confirmed', async () => {
    const { coach, claimId, input } = await newClaim(firstAid({ validUntil: null }));
    await expect(confirm(cast.registrar, claimId, input)).rejects.toMatchObject({
      code: 'claims.until-needed',
      extras: { field: 'validUntil' },
    });
    expect(await evidenceOf(coach)).toEqual([]);
    await confirm(cast.registrar, claimId, input, { validUntil: '2028-01-31' });
    expect(await componentsOf(coach)).toHaveLength(1);
  });
});

describe('refusing', () => {
  test('tells why; the same paper may be handed in anew', async () => {
    const { coach, claimId, input } = await newClaim();
    await refuse(cast.registrar, claimId);
    await refuse(cast.registrar, claimId);
    expect(await getOwnClaim(cast.as(coach), { claimId })).toMatchObject({
      state: 'refused',
      decision: { reason: 'unreadable', note: 'Слишком темно', read: null },
    });
    const mails = await mailsTo(coach);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('снимок не читается');
    expect(await evidenceOf(coach)).toEqual([]);
    await handInClaim(cast.as(coach), firstAid({ number: input.number ?? null }));
    await expect(withdrawClaim(cast.as(coach), { claimId })).rejects.toMatchObject({
      code: 'claims.decided-before',
    });
  });
});

describe('once', () => {
  test('two registrars at once: one decides, the other learns who did', async () => {
    const { coach, claimId, input } = await newClaim();
    const sent = await Promise.allSettled(
      Array.from({ length: 10 }, (_each, index) =>
        index % 2 === 0 ? confirm(cast.registrar, claimId, input) : refuse(cast.secondRegistrar, claimId),
      ),
    );
    const late = sent.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(late).toHaveLength(5);
    const { decision } = await getOwnClaim(cast.as(coach), { claimId });
    for (const error of late) {
      expect(error).toMatchObject({ kind: 'conflict', code: 'claims.already-decided' });
      expect(isDomainError(error) && error.extras.params?.name).toBe(decision?.actorId);
    }
    expect(await evidenceOf(coach)).toHaveLength(decision?.act === 'confirm' ? 1 : 0);
    expect(await mailsTo(coach)).toHaveLength(1);
  });

  test('withdrawn and confirmed at once: one of both', async () => {
    const { coach, claimId, input } = await newClaim();
    const sent = await Promise.allSettled([
      withdrawClaim(cast.as(coach), { claimId }),
      confirm(cast.registrar, claimId, input),
    ]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { state } = await getOwnClaim(cast.as(coach), { claimId });
    expect(await evidenceOf(coach)).toHaveLength(state === 'confirmed' ? 1 : 0);
  });

  test('what was withdrawn is not decided', async () => {
    const { coach, claimId, input } = await newClaim();
    await withdrawClaim(cast.as(coach), { claimId });
    await expect(confirm(cast.registrar, claimId, input)).rejects.toMatchObject({
      code: 'claims.was-withdrawn',
    });
  });
});

describe('who may', () => {
  test('nobody decides on the own paper, a coach on none', async () => {
    const input = firstAid();
    const { claimId } = await handInClaim(cast.as(cast.registrar), input);
    await expect(confirm(cast.registrar, claimId, input)).rejects.toMatchObject({
      code: 'claims.own-record',
    });
    expect((await getClaim(cast.as(cast.registrar), { claimId })).isOwn).toBe(true);
    const { coach } = await newClaim();
    const acts = [
      () => confirm(coach, claimId, input),
      () => refuse(coach, claimId),
      () => getClaim(cast.as(coach), { claimId }),
    ];
    for (const act of acts)
      await expect(act()).rejects.toMatchObject({ kind: 'forbidden', code: 'claims.not-a-registrar' });
    await confirm(cast.secondRegistrar, claimId, input);
  });

  test('a region’s registrar reaches the region, the federation’s also those who belong nowhere', async () => {
    const regional = await registrarOf('/kjf/almaty/');
    const foreign = await registrarOf('/judos/');
    const [near, far, nowhere] = [
      await newClaim(firstAid(), 'Near', '/kjf/almaty/club/'),
      await newClaim(firstAid(), 'Far', '/kjf/karaganda/'),
      await newClaim(firstAid(), 'Nowhere', '/'),
    ];
    await getClaim(cast.as(regional), { claimId: near.claimId });
    const closed: [Actor, typeof near][] = [
      [regional, far],
      [regional, nowhere],
      [foreign, near],
      [foreign, nowhere],
    ];
    for (const [reader, { claimId, coach, input }] of closed) {
      const fileId = (await getOwnClaim(cast.as(coach), { claimId })).files[0]?.id ?? '';
      const acts = [
        () => getClaim(cast.as(reader), { claimId }),
        () => confirm(reader, claimId, input),
        () => openClaimFile(cast.as(reader), { claimId, fileId, side: 'office' }),
      ];
      for (const act of acts) await expect(act()).rejects.toMatchObject({ kind: 'not-found' });
    }
    for (const { claimId } of [near, far, nowhere]) await getClaim(cast.as(cast.registrar), { claimId });
    const fileId = (await getClaim(cast.as(regional), { claimId: near.claimId })).claim.files[0]?.id ?? '';
    const open = { claimId: near.claimId, fileId, side: 'office' as const };
    expect((await openClaimFile(cast.as(regional), open)).content.length).toBeGreaterThan(0);
  });
});

test('every act is in the audit chain, which holds', async () => {
  const acts = await cast.as(null).db.auditEvent.groupBy({ by: ['act'], _count: true });
  const names = acts.map(({ act }) => act);
  for (const act of ['handed-in', 'withdrawn', 'confirmed', 'refused'])
    expect(names).toContain(`claims.${act}`);
  expect((await verifyChain(cast.as(null).db)).finding).toBeNull();
});
