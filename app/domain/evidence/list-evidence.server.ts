import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listEvidenceOf } from './data/evidence.server';
import { canReadEvidence } from './policy';
import type { EvidenceRow } from './types';

export type ListEvidenceInput = {
  /** One person, or several at once. */
  personId: string | readonly string[];
  /** Only what was recorded until this moment. */
  knownAt?: Date;
};

/** Evidence of a person or of several, newest first: for the person and for registrars. Throws `evidence.not-found`. */
export async function listEvidence(
  ctx: Ctx,
  { personId, knownAt }: ListEvidenceInput,
): Promise<EvidenceRow[]> {
  const people = [personId].flat();
  if (!people.every((each) => canReadEvidence(ctx.actor, each)))
    throw new DomainError('not-found', 'evidence.not-found');
  return listEvidenceOf(ctx.db, people, knownAt ?? null);
}
