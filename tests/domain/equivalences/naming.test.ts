import { beforeAll, expect, test } from 'vitest';
import { getPath } from '~/domain/applications/get-path.server';
import { countHolders } from '~/domain/claims/count-holders.server';
import { getClaim } from '~/domain/claims/get-claim.server';
import { nameExternal } from '~/domain/claims/name-external.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { danGrade, firstAid } from '../../support/papers';
import { confirmedEquivalence, confirmedPaper, defineExternals, externalPaper } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

const name = (actor: Actor, claimId: string, external = 'other-c') =>
  nameExternal(cast.as(actor), { claimId, external });
const courseOf = async (coach: Actor) =>
  (await getPath(cast.as(coach), { level: 'two' })).findings.find(({ kind }) => kind === 'course');
const refsOf = async (coach: Actor) =>
  (await listOwnEvidence(cast.as(coach))).evidence.map(({ ref }) => ref).sort();

test('a paper confirmed without a level counts once its level is named, and its evidence stays', async () => {
  const coach = await cast.newPerson('Coach');
  const claimId = await confirmedPaper(cast, coach, externalPaper({ external: null, title: 'A school' }));
  await confirmedEquivalence(cast);
  expect((await courseOf(coach))?.met).toBe(false);
  const office = cast.as(cast.registrar);
  expect((await getClaim(office, { claimId })).mayName).toBe(true);
  await expect(name(cast.registrar, claimId, 'nothing')).rejects.toMatchObject({
    ...{ code: 'claims.unknown-external', extras: { field: 'external' } },
  });
  await Promise.all([1, 2].map(() => name(cast.registrar, claimId)));
  const letters = await office.db.outboxMail.findMany({ where: { to: `${coach.accountId}@test.kz` } });
  const named = letters.filter(({ text }) => text.includes('OTHER-C'));
  expect(named).toMatchObject([{ subject: 'Указан уровень документа: A school' }]);
  expect(named[0]?.text).toContain(`/ru/me/evidence/claims/${claimId}`);
  expect(await courseOf(coach)).toMatchObject({ met: true, validUntil: '2027-03-31' });
  expect(await refsOf(coach)).toEqual(['external:other-c', 'paper:external-credential']);
  expect(await countHolders(office, { external: 'other-c' })).toBe(1);
  const { claim, mayName } = await getClaim(office, { claimId });
  expect({ mayName, named: claim.naming?.external, read: claim.decision?.read?.external }).toEqual({
    ...{ mayName: false, named: 'other-c', read: null },
  });
  const again = name(cast.secondRegistrar, claimId, 'other-b');
  await expect(again).rejects.toMatchObject({ code: 'claims.not-nameless' });
  expect((await verifyChain(office.db)).finding).toBeNull();
});

test('a dan is named by its house; other papers and people cannot be', async () => {
  const coach = await cast.newPerson('Coach');
  const dan = await confirmedPaper(cast, coach, danGrade({ grade: 2 }));
  await name(cast.registrar, dan, 'house');
  expect(await refsOf(coach)).toEqual(['dan:2', 'dan:2@house-2']);
  for (const paper of [firstAid(), externalPaper()]) {
    const claimId = await confirmedPaper(cast, coach, paper);
    await expect(name(cast.registrar, claimId)).rejects.toMatchObject({ code: 'claims.not-nameless' });
  }
  await expect(name(coach, dan)).rejects.toMatchObject({ kind: 'forbidden' });
});
