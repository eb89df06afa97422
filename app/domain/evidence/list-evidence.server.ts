import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listEvidenceOf } from './data/evidence.server';
import { canReadEvidence } from './policy';
import type { EvidenceRow } from './types';

export type ListEvidenceInput = {
  personIds: readonly string[];
  /** Only what was recorded until this moment. */
  knownAt?: Date;
};

/** Evidence of people, each one's newest first: for the person and for registrars. Throws `evidence.not-found`. */
export async function listEvidence(
  ctx: Ctx,
  { personIds, knownAt }: ListEvidenceInput,
): Promise<ReadonlyMap<string, EvidenceRow[]>> {
  if (!personIds.every((personId) => canReadEvidence(ctx.actor, personId)))
    throw new DomainError('not-found', 'evidence.not-found');
  return listEvidenceOf(ctx.db, personIds, knownAt ?? null);
}
