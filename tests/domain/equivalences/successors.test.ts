import { beforeAll, expect, test } from 'vitest';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import { getEquivalence } from '~/domain/equivalences/get-equivalence.server';
import { listInForce } from '~/domain/equivalences/list-in-force.server';
import { proposeEquivalence } from '~/domain/equivalences/propose-equivalence.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { confirmedEquivalence, defineExternals, proposal } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

const setDay = (day: string) => world.current.clock.set(`${day}T09:00:00Z`);
const stateOf = async (equivalenceId: string) =>
  (await getEquivalence(cast.as(cast.registrar), { equivalenceId })).state;
const inForce = async (external: string, on: string) =>
  (await listInForce(cast.as(null), { externals: [external], on })).map(({ id, validUntil }) => ({
    ...{ id, validUntil },
  }));
const propose = (facts = {}) => proposeEquivalence(cast.as(cast.registrar), proposal(facts));

test('one that ran out says so and does not block its successor', async () => {
  setDay('2026-11-23');
  const first = await confirmedEquivalence(cast, { validUntil: '2026-12-31' });
  setDay('2027-01-05');
  expect(await stateOf(first)).toBe('run-out');
  const second = await confirmedEquivalence(cast, { validFrom: '2027-01-05' });
  expect(await inForce('other-c', '2027-01-05')).toEqual([{ id: second, validUntil: null }]);
  expect(await stateOf(first)).toBe('run-out');
});

test('a successor that begins later ends the one in force the day before, with an act of its own', async () => {
  const external = 'other-b';
  setDay('2026-11-23');
  const first = await confirmedEquivalence(cast, { external });
  for (const validFrom of ['2026-11-01', '2026-11-23'])
    await expect(propose({ external, validFrom })).rejects.toMatchObject({ code: 'equivalences.pair-open' });
  const input = proposal({ external, validFrom: '2027-02-01' });
  const { equivalenceId: second } = await proposeEquivalence(cast.as(cast.registrar), input);
  const another = propose({ external, validFrom: '2027-03-01' });
  await expect(another).rejects.toMatchObject({ code: 'equivalences.pair-open' });
  expect(await inForce(external, '2027-02-01')).toEqual([{ id: first, validUntil: null }]);
  const confirm = { equivalenceId: second, act: 'confirm' as const, note: 'Agreed' };
  await Promise.all([1, 2].map(() => decideEquivalence(cast.as(cast.secondRegistrar), confirm)));
  const again = await proposeEquivalence(cast.as(cast.registrar), input);
  expect(again.equivalenceId).toBe(second);
  expect(await stateOf(first)).toBe('ending');
  expect(await inForce(external, '2027-01-31')).toEqual([{ id: first, validUntil: '2027-01-31' }]);
  expect(await inForce(external, '2027-02-01')).toEqual([{ id: second, validUntil: null }]);
  const { acts } = await getEquivalence(cast.as(cast.registrar), { equivalenceId: first });
  expect(acts.map(({ act, effectiveOn }) => `${act} ${effectiveOn}`)).toEqual([
    'confirm 2026-11-23',
    'end 2027-02-01',
  ]);
  setDay('2027-02-01');
  expect(await stateOf(first)).toBe('ended');
  expect((await verifyChain(cast.as(cast.registrar).db)).finding).toBeNull();
});

test('confirmed after its first day, it takes over on the day of the confirmation', async () => {
  const external = 'house-1';
  setDay('2026-11-23');
  await confirmedEquivalence(cast, { external, validFrom: '2026-12-10' });
  const { equivalenceId } = await propose({ external, validFrom: '2026-12-11' });
  setDay('2026-12-20');
  await decideEquivalence(cast.as(cast.secondRegistrar), { equivalenceId, act: 'confirm', note: '' });
  expect(await inForce(external, '2026-12-19')).toHaveLength(1);
  expect(await inForce(external, '2026-12-20')).toEqual([{ id: equivalenceId, validUntil: null }]);
});
