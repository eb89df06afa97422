import { recordConfirmedPaper } from '~/domain/evidence/record-confirmed-paper.server';
import { externalRef } from '~/domain/externals/inputs';
import type { ExternalLevel } from '~/domain/externals/types';
import type { Ctx } from '~/platform/context';
import { evidenceTitle } from '../rules/evidence-title';
import { kindRules } from '../rules/kinds';
import type { ClaimRow, PaperFacts } from '../types';

/** The paper as the registrar read it, and the external level that it is of. */
export type ReadPaper = { read: PaperFacts; level: ExternalLevel | null };

/** Refers to the external level where the paper is of a known one. */
function refOf({ kind, grade }: ClaimRow, level: ExternalLevel | null): string {
  if (level) return externalRef(level);
  return grade === null ? `paper:${kind}` : `dan:${grade}`;
}

/** The evidence of a confirmed paper, once for its source: the claim, or what named its level later. */
export function makeEvidence(
  tx: Ctx,
  claim: ClaimRow,
  { read, level }: ReadPaper,
  source: { sourceId: string; confirmedBy: string },
): Promise<void> {
  const { kind, personId, hours } = claim;
  const { evidenceType, isComponent } = kindRules(kind);
  return recordConfirmedPaper(tx, {
    ...source,
    personId,
    type: evidenceType,
    ref: refOf(claim, level),
    title: evidenceTitle(claim, read, level),
    component: isComponent ? kind : null,
    hours,
    occurredOn: read.issuedOn,
    validUntil: read.validUntil,
  });
}
