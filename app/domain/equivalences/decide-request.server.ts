import type { z } from 'zod';
import { type ConfirmedPaper, recordConfirmedPaper } from '~/domain/evidence/record-confirmed-paper.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { type ReachedRequest, reachRequest } from './data/reach-request.server';
import { insertRequestAct, lockRequest } from './data/requests.server';
import { tellCoach } from './data/tell-coach.server';
import { type DecideRequestInput, decideRequestSchema, grantRef } from './inputs';
import { grantTitle } from './rules/grant-title';
import { lastDayOf, requestObstacle, requestState, standingProposal } from './rules/state';
import type { MadeRequestAct, RequestRow } from './types';

type Decision = z.output<typeof decideRequestSchema>;
type Made = Pick<MadeRequestAct, 'act' | 'counts' | 'document' | 'note' | 'effectiveOn'>;

/**
 * A registrar decides what a coach asked: grants it, which makes evidence at once, returns it with a question or refuses it.
 * Where the level asks for two keys, to grant is a proposal, which another registrar confirms as it stands. The same
 * decision sent again changes nothing. What was granted is taken back with the same keys, from a day on that is not past;
 * decisions made before stay. That it be taken back is withdrawn by its author or refused by another, and may be proposed
 * anew. Locks: request, audit head. Throws `equivalences.not-a-registrar`, `equivalences.request-not-found`,
 * `equivalences.own-request`, `equivalences.proposal-changed`, `equivalences.rules-changed`, `equivalences.papers-over`, at
 * their fields `equivalences.not-countable` and `equivalences.day-passed`, and the obstacles of rules/state.ts.
 */
export async function decideRequest(
  ctx: Ctx,
  input: DecideRequestInput,
): Promise<{ act: MadeRequestAct['act'] }> {
  const decision = decideRequestSchema.parse(input);
  const reached = await reachRequest(ctx, decision.requestId);
  if (reached.isOwn) throw new DomainError('forbidden', 'equivalences.own-request');
  const { actor, keys } = reached;
  return inTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx.db, decision.requestId);
    if (!request) throw new DomainError('not-found', 'equivalences.request-not-found');
    const last = request.acts.at(-1);
    const today = tx.clock.today(reached.level.framework.zone);
    const made = madeOf(decision, request, { keys, today });
    if (last && last.actorId === actor.accountId && isSame(last, made)) return { act: made.act };
    const problem = requestObstacle(decision.act, request.acts, actor.accountId);
    if (problem) throw new DomainError('conflict', problem);
    if ('proposalId' in decision && decision.proposalId !== standingProposal(request.acts)?.id)
      throw new DomainError('conflict', 'equivalences.proposal-changed');
    requireSound(reached, decision.act, made, today);
    await write(tx, reached, request, made);
    return { act: made.act };
  });
}

type Terms = { keys: 1 | 2; today: LocalDate };

/** What the decision comes to: a proposal first where two keys are due; a confirmation does what was proposed. */
function madeOf(decision: Decision, request: RequestRow, terms: Terms): Made {
  const { act } = decision;
  if (act === 'revoke' || act === 'confirm-revoke') return revocationOf(decision, request, terms);
  const effectiveOn = null;
  if (act === 'confirm') {
    const proposal = request.acts.findLast((each) => each.act === 'propose');
    const { counts = [], document = '', note = '' } = proposal ?? {};
    return { act: 'grant', counts, document, note, effectiveOn };
  }
  if (act === 'grant') {
    const { document, note } = decision;
    const counts = [...new Set(decision.counts)];
    return { act: terms.keys === 2 ? 'propose' : 'grant', counts, document, note, effectiveOn };
  }
  const document = act === 'refuse' ? decision.document : '';
  return { act, counts: [], document, note: decision.note, effectiveOn };
}

/** The second key never reaches back: a day that has passed meanwhile becomes today. */
function revocationOf(
  decision: Extract<Decision, { act: 'revoke' | 'confirm-revoke' }>,
  { acts }: RequestRow,
  { keys, today }: Terms,
): Made {
  const counts = acts.find(({ act }) => act === 'grant')?.counts ?? [];
  if (decision.act === 'revoke') {
    const { document, note, effectiveOn } = decision;
    return { act: keys === 2 ? 'propose-revoke' : 'revoke', counts, document, note, effectiveOn };
  }
  const proposal = acts.findLast(({ act }) => act === 'propose-revoke');
  const { document = '', note = '' } = proposal ?? {};
  const named = proposal?.effectiveOn ?? today;
  return { act: 'revoke', counts, document, note, effectiveOn: named > today ? named : today };
}

const isSame = (one: Made, other: Made): boolean =>
  one.act === other.act &&
  one.document === other.document &&
  one.note === other.note &&
  one.effectiveOn === other.effectiveOn &&
  one.counts.join() === other.counts.join();

/** What counts is asked for today, by papers that are not over; between two keys rules and papers may have changed. */
function requireSound(
  { countable, papers }: ReachedRequest,
  act: Decision['act'],
  { counts, effectiveOn }: Made,
  today: LocalDate,
): void {
  if (act === 'revoke' && effectiveOn && effectiveOn < today)
    throw new DomainError('invalid', 'equivalences.day-passed', { field: 'effectiveOn' });
  if (act !== 'grant' && act !== 'confirm') return;
  const keys = countable.map(({ key }) => key);
  const isAsked = counts.every((key) => keys.includes(key));
  if (!isAsked && act === 'confirm') throw new DomainError('conflict', 'equivalences.rules-changed');
  if (!isAsked) throw new DomainError('invalid', 'equivalences.not-countable', { field: 'counts' });
  const lastDay = lastDayOf(papers);
  if (lastDay && lastDay < today) throw new DomainError('conflict', 'equivalences.papers-over');
}

/** Acts after which the request stands as before. */
const AUDITED: Partial<Record<MadeRequestAct['act'], string>> = {
  'propose-revoke': 'revoke-proposed',
  'withdraw-revoke': 'revoke-withdrawn',
  keep: 'revoke-refused',
};

async function write(
  tx: Ctx,
  { actor, level, papers }: ReachedRequest,
  request: RequestRow,
  made: Made,
): Promise<void> {
  const { id: requestId, personId } = request;
  const before = requestState(request.acts);
  const after = requestState([...request.acts, made]);
  const counts = [...made.counts];
  const recordedAt = tx.clock.now();
  await insertRequestAct(tx.db, { ...made, counts, requestId, actorId: actor.accountId, recordedAt });
  const today = tx.clock.today(level.framework.zone);
  const fact = factOf(made, { level, papers, today });
  if (fact)
    await recordConfirmedPaper(tx, {
      ...fact,
      ...{ sourceId: requestId, personId, title: grantTitle(papers.map(({ title }) => title)) },
      ...{ component: null, hours: null, confirmedBy: actor.accountId },
    });
  await tellCoach(tx, { personId, level, made, today });
  await recordAct(tx, {
    act: `equivalences.request-${AUDITED[made.act] ?? after}`,
    subject: { type: 'equivalence-request', id: requestId },
    detail: {
      ...{ before, after, level: level.slug, counts, document: made.document, note: made.note },
      ...(made.effectiveOn ? { effectiveOn: made.effectiveOn } : {}),
    },
  });
}

/** The evidence that a grant makes, and the one that takes it back; any other act makes none. */
function factOf(
  { act, counts, effectiveOn }: Made,
  { level, papers, today }: Pick<ReachedRequest, 'level' | 'papers'> & { today: LocalDate },
): Pick<ConfirmedPaper, 'type' | 'ref' | 'occurredOn' | 'validUntil'> | null {
  const ref = grantRef(level.slug, counts);
  if (act === 'grant') return { type: 'equivalence', ref, occurredOn: today, validUntil: lastDayOf(papers) };
  if (act === 'revoke')
    return { type: 'equivalence_revoked', ref, occurredOn: effectiveOn ?? today, validUntil: null };
  return null;
}
