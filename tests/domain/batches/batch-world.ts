import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { confirmBatch } from '~/domain/batches/confirm-batch.server';
import { prepareBatch } from '~/domain/batches/prepare-batch.server';
import { runBatch } from '~/domain/batches/run-batch.server';
import { issueCredentials } from '~/domain/credentials/issue-credentials.server';
import type { Actor, Grant } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { Ports } from '~/platform/ports';
import type { Cast } from '../../support/cast';
import type { TestWorld } from '../../support/database';
import { openCredentialWorld } from '../credentials/credential-world';

export type BatchWorld = Pick<Cast, 'registrar' | 'secondRegistrar' | 'makeReady'> & {
  /** With real documents, and with the accounts of this world for jobs. */
  as(actor: Actor | null, ports?: Partial<Ports>): Ctx;
  newPerson: Cast['newPerson'];
  newRegistrar(name: string): Promise<Actor>;
  /** People with everything in place who apply for a level; the ids of their applications in order. */
  applicants(names: readonly string[], level: string): Promise<string[]>;
  prepare(actor: Actor, applicationIds: readonly string[]): Promise<string>;
  /** Prepared, confirmed and done. */
  issue(actor: Actor, applicationIds: readonly string[]): Promise<string>;
};

const registrarOf = (organisationId: string): Grant => ({
  ...{ role: 'registrar', organisationId, path: '/kjf/', lang: null, level: null },
});

const AT_ONCE = 4;

async function prepared(ctx: Ctx, ids: readonly string[]): Promise<string> {
  const order = { key: newId(), act: 'issue', applicationIds: [...ids] } as const;
  return (await prepareBatch(ctx, order)).batchId;
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return done;
}

export async function openBatchWorld(world: TestWorld): Promise<BatchWorld> {
  const house = await openCredentialWorld(world);
  const accounts = new Map<string, Actor>();
  for (const actor of [house.registrar, house.secondRegistrar]) accounts.set(actor.accountId, actor);
  const as: BatchWorld['as'] = (actor, ports = {}) => {
    const ctx = house.as(actor);
    const own = {
      issueCredentials,
      actorOfAccount: async (_ctx: Ctx, id: string) => accounts.get(id) ?? null,
    };
    return { ...ctx, ports: { ...ctx.ports, ...own, ...ports } };
  };
  const newPerson: BatchWorld['newPerson'] = async (name, path, grants) => {
    const actor = await house.newPerson(name, path, grants);
    accounts.set(actor.accountId, actor);
    return actor;
  };
  const grant = registrarOf(house.organisationId);
  const apply = async (name: string, level: string) => {
    const person = await newPerson(name);
    await house.makeReady(person);
    const languages = ['kk', 'en'] as const;
    return (await applyForLevel(as(person), { level, languages, note: '' })).applicationId;
  };
  const prepare: BatchWorld['prepare'] = (actor, ids) => prepared(as(actor), ids);
  return {
    ...house,
    as,
    newPerson,
    newRegistrar: (name) => newPerson(name, '/kjf/', [grant]),
    applicants: (names, level) => inTurns(names, (name) => apply(name, level)),
    prepare,
    async issue(actor, applicationIds) {
      const batchId = await prepare(actor, applicationIds);
      await confirmBatch(as(actor), { batchId, act: 'issue', note: '' });
      await runBatch(as(null), { batchId });
      return batchId;
    },
  };
}
