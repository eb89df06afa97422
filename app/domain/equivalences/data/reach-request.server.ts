import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Countable, Level } from '~/domain/frameworks/types';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { HolderFacts } from '~/domain/licensing/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { RequestRow } from '../types';
import { findRequest } from './requests.server';

export type ReachedRequest = {
  request: RequestRow;
  actor: Actor;
  level: Level;
  /** Names of all levels, for the sentences that speak of others. */
  ladder: Pick<Level, 'slug' | 'name'>[];
  holder: HolderFacts;
  /** The evidence that the request names. */
  papers: EvidenceRow[];
  countable: Countable[];
  keys: 1 | 2;
  isOwn: boolean;
};

/** A request within a registrar's reach. Throws `equivalences.not-a-registrar`, `equivalences.request-not-found`. */
export async function reachRequest(ctx: Ctx, requestId: string): Promise<ReachedRequest> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'equivalences.not-a-registrar');
  const levels = await listLevels(ctx);
  const request = isId(requestId) ? await findRequest(ctx.db, requestId) : null;
  const level = levels.find(({ id }) => id === request?.levelId);
  const holder = request ? await ctx.ports.describeHolder(ctx, request.personId) : null;
  const isReached =
    request &&
    level &&
    [request.path, holder?.path ?? '/'].some((path) =>
      isWithin(scopeOf(actor, levels), { levelId: level.id, path }),
    );
  if (!request || !level || !holder || !isReached)
    throw new DomainError('not-found', 'equivalences.request-not-found');
  const { personId, evidenceIds } = request;
  const evidence = (await listEvidence(ctx, { personIds: [personId] })).get(personId) ?? [];
  return {
    ...{ request, actor, level, holder },
    ladder: levels.map(({ slug, name }) => ({ slug, name })),
    papers: evidence.filter(({ id }) => evidenceIds.includes(id)),
    countable: await listCountable(ctx, { level }),
    keys: level.ruleSet?.keysRequired ?? 1,
    isOwn: isOwnRecord(actor, personId),
  };
}
