import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import { getLevel } from '~/domain/frameworks/get-level.server';
import type { Level } from '~/domain/frameworks/types';
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
};

/** The signed-in coach's form for a level. Throws `frameworks.level-not-found`. */
export async function openRequest(ctx: Ctx, { level: slug }: { level: string }): Promise<BlankRequest> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const level = await getLevel(ctx, { slug });
  const evidence = (await listEvidence(ctx, { personIds: [personId] })).get(personId) ?? [];
  const on = ctx.clock.today(level.framework.zone);
  const requests = await listOwnRequests(ctx, { levelId: level.id });
  return {
    submissionKey: newId(),
    level,
    papers: evidence.filter((each) => isPaper(each, on)),
    requests,
    hasOpen: requests.some(({ state }) => isOpenRequest(state)),
  };
}
