import type { NamedAppeal } from '~/domain/appeals/list-appeals-of.server';
import type { AwardProposal } from '~/domain/sanctions/list-award-proposals.server';
import { localDateOf } from '~/platform/local-date';
import type { HistoryEntry } from '~/ui/licensing/decision-history';

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

/** What was appealed against and how it was answered, by the days of the framework's zone. */
export function appealEntries(
  appeals: readonly NamedAppeal[],
  { coach, zone }: { coach: string; zone: string },
): HistoryEntry[] {
  return appeals.flatMap((each): HistoryEntry[] => {
    const { id, submittedAt, text, outcome, closedAt, answer, document, deciderName } = each;
    const effectiveOn = localDateOf(submittedAt, zone);
    const made: HistoryEntry = {
      id,
      words: 'appeals:history.submitted',
      actorName: coach,
      recordedAt: submittedAt,
      reason: null,
      note: text,
      effectiveOn,
    };
    if (!closedAt || !outcome) return [made];
    const closed: HistoryEntry = {
      id: `${id}-closed`,
      words: `appeals:history.${outcome}`,
      actorName: deciderName ?? '',
      recordedAt: closedAt,
      reason: null,
      note: answer ?? '',
      document,
      effectiveOn: localDateOf(closedAt, zone),
    };
    return [made, closed];
  });
}
