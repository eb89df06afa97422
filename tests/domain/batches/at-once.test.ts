import { beforeAll, expect, test } from 'vitest';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { isDomainError } from '~/platform/errors';
import { useWorld } from '../../support/database';
import { type BatchWorld, openBatchWorld } from './batch-world';

const world = useWorld();
let house: BatchWorld;
let ids: string[] = [];
let registrars: Actor[] = [];

const names = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name} ${at}`);

beforeAll(async () => {
  house = await openBatchWorld(world.current);
  const one = await house.applicants(names(50, 'One'), 'coach-one');
  const two = await house.applicants(names(50, 'Two'), 'coach-two');
  ids = one.flatMap((id, at) => [id, two[at] ?? '']);
  registrars = await Promise.all(names(20, 'Registrar').map((name) => house.newRegistrar(name)));
});

/** One by one, as from the page of each application; what stands against it is no fault. */
async function singly(actor: Actor, own: readonly string[]): Promise<void> {
  for (const applicationId of own)
    for (const act of ['propose', 'confirm'] as const)
      await decideApplication(house.as(actor), { act, applicationId, note: '' }).catch((error: unknown) => {
        if (!isDomainError(error)) throw error;
      });
}

/** Ten with batches, ten one by one, every one from another place in the list. */
const all = () =>
  Promise.all(
    registrars.map((actor, at) => {
      const own = [...ids.slice(at * 5), ...ids.slice(0, at * 5)];
      return at % 2 === 0 ? house.issue(actor, own) : singly(actor, own.slice(0, 8));
    }),
  );

test('twenty registrars on the same hundred: each issued once, by two people where two are asked for', async () => {
  await all();
  // Whatever waits for its second key now was proposed by one of these at most.
  await Promise.all(registrars.slice(0, 2).map((actor) => house.issue(actor, ids)));
  const { db } = house.as(null);
  const applications = await db.application.findMany({ include: { decisions: true } });
  expect(applications).toHaveLength(100);
  for (const { closedAt, decisions } of applications) {
    expect(closedAt).not.toBeNull();
    expect(decisions.filter(({ act }) => act === 'confirm')).toHaveLength(1);
  }
  const proposed = applications.filter(({ decisions }) => decisions.some(({ act }) => act === 'propose'));
  expect(proposed).toHaveLength(50);
  for (const { decisions } of proposed) {
    expect(decisions).toHaveLength(2);
    expect(new Set(decisions.map(({ actorId }) => actorId)).size).toBe(2);
  }
  const credentials = await db.credential.findMany({ select: { number: true, serial: true } });
  expect(credentials.map(({ number }) => number).sort()).toEqual(
    Array.from({ length: 100 }, (_, at) => `KJF-2026-${String(at + 1).padStart(6, '0')}`),
  );
  expect(new Set(credentials.map(({ serial }) => serial)).size).toBe(100);
  expect(await db.qualification.count()).toBe(100);
  expect((await db.batchItem.count({ where: { outcome: null } })) + (await faults())).toBe(0);
  expect((await verifyChain(db)).finding).toBeNull();
  expect((await checkIssued(house.as(null), { after: null, take: 200 })).fault).toBeNull();
});

const faults = () => house.as(null).db.batchItem.count({ where: { code: 'batches.fault' } });
