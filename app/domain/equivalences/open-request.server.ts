import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import type { Countable, Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { listOwnRequests } from './list-own-requests.server';
import { isOpenRequest, isPaper } from './rules/state';
import type { OwnRequest } from './types';

export type BlankRequest = {
  /** Sent back with the request, so that one sent twice is one. */
  submissionKey: string;
  level: Level;
  /** What may be named: confirmed papers of others and prior learning that are not over, newest first. */
  papers: EvidenceRow[];
  /** What was asked for this level already, newest first. */
  requests: OwnRequest[];
  hasOpen: boolean;
  /** The requirements that decisions on them name, as far as the rules ask for them today. */
  granted: Countable[];
};

/** The signed-in coach's form for a level. Throws `frameworks.level-not-found`. */
export async function openRequest(ctx: Ctx, { level: slug }: { level: string }): Promise<BlankRequest> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const level = await getLevel(ctx, { slug });
  const evidence = (await listEvidence(ctx, { personIds: [personId] })).get(personId) ?? [];
  const on = ctx.clock.today(level.framework.zone);
  const requests = await listOwnRequests(ctx, { levelId: level.id });
  const named = new Set(requests.flatMap(({ acts }) => acts.flatMap(({ counts }) => counts)));
  return {
    submissionKey: newId(),
    level,
    papers: evidence.filter((each) => isPaper(each, on)),
    requests,
    granted: (await listCountable(ctx, { level })).filter(({ key }) => named.has(key)),
    hasOpen: requests.some(({ state }) => isOpenRequest(state)),
  };
}
