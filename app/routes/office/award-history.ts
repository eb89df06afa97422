import type { AwardProposal } from '~/domain/sanctions/list-award-proposals.server';
import type { HistoryEntry } from './decision-history';

/** What was proposed and not carried out, or waits: the proposal, and the answer that closed it otherwise. */
export function proposalEntries(proposals: readonly AwardProposal[]): HistoryEntry[] {
  return proposals.flatMap((each): HistoryEntry[] => {
    const { id, act, document, legalBasis, reason, note, effectiveOn, until, outcome, closedAt } = each;
    const proposed: HistoryEntry = {
      id,
      words: `sanctions:proposed.${act}`,
      actorName: each.proposerName,
      recordedAt: each.proposedAt,
      ...{ document, legalBasis, reason, note, effectiveOn, until },
    };
    if (!closedAt || outcome === null || outcome === 'confirmed') return [proposed];
    const closed: HistoryEntry = {
      id: `${id}-closed`,
      words: `sanctions:outcome.${outcome}`,
      actorName: each.deciderName ?? '',
      recordedAt: closedAt,
      reason: null,
      note: each.answer ?? '',
      effectiveOn,
    };
    return [proposed, closed];
  });
}
