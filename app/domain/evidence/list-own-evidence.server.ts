import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { knownSources, listEvidenceOf } from './data/evidence.server';
import { listSheetsOf } from './data/score-sheets.server';
import type { EvidenceRow, Sheet } from './types';

export type OwnEvidence = {
  evidence: EvidenceRow[];
  /** Sheets of own practical examinations, also those that wait for a signature or were not passed. */
  sheets: Sheet[];
  /** Completed courses that are still being recorded. */
  beingRecorded: number;
};

/** What the signed-in person has to show, newest first. */
export async function listOwnEvidence(ctx: Ctx): Promise<OwnEvidence> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const evidence = await listEvidenceOf(ctx.db, [personId], null);
  const sheets = await listSheetsOf(ctx.db, personId);
  const completions = await ctx.ports.pendingCompletions(ctx, personId);
  const known = await knownSources(
    ctx.db,
    'course',
    completions.map(({ sourceId }) => sourceId),
  );
  return { evidence, sheets, beingRecorded: completions.length - known.size };
}
