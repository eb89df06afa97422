import type { z } from 'zod';
import { recordConfirmedPaper } from '~/domain/evidence/record-confirmed-paper.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type ReachedRequest, reachRequest } from './data/reach-request.server';
import { insertRequestAct, lockRequest } from './data/requests.server';
import { tellCoach } from './data/tell-coach.server';
import { type DecideRequestInput, decideRequestSchema, grantRef } from './inputs';
import { grantTitle } from './rules/grant-title';
import { requestObstacle, requestState } from './rules/state';
import type { MadeRequestAct, RequestRow } from './types';

type Decision = z.output<typeof decideRequestSchema>;
type Made = Pick<MadeRequestAct, 'act' | 'counts' | 'document' | 'note'>;

/**
 * A registrar decides what a coach asked: grants it, which makes evidence at once, returns it with a question or refuses it.
 * Where the level asks for two keys, to grant is a proposal, which another registrar confirms as it stands. The same
 * decision sent again changes nothing. Locks: request, audit head. Throws `equivalences.not-a-registrar`,
 * `equivalences.request-not-found`, `equivalences.own-request`, `equivalences.rules-changed`, `equivalences.not-countable`
 * at its field, and the obstacles of rules/state.ts.
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
    const made = madeOf(decision, request, keys);
    if (last && last.actorId === actor.accountId && isSame(last, made)) return { act: made.act };
    const problem = requestObstacle(decision.act, request.acts, actor.accountId);
    if (problem) throw new DomainError('conflict', problem);
    requireCountable(reached, decision.act, made);
    await write(tx, reached, request, made);
    return { act: made.act };
  });
}

/** What the decision comes to: a grant is a proposal first where two keys are due; a confirmation grants what was proposed. */
function madeOf(decision: Decision, { acts }: RequestRow, keys: 1 | 2): Made {
  if (decision.act === 'confirm') {
    const proposal = acts.find(({ act }) => act === 'propose');
    const { counts = [], document = '', note = '' } = proposal ?? {};
    return { act: 'grant', counts, document, note };
  }
  if (decision.act === 'grant') {
    const { counts, document, note } = decision;
    return { act: keys === 2 ? 'propose' : 'grant', counts: [...new Set(counts)], document, note };
  }
  const document = decision.act === 'refuse' ? decision.document : '';
  return { act: decision.act, counts: [], document, note: decision.note };
}

const isSame = (one: Made, other: Made): boolean =>
  one.act === other.act &&
  one.document === other.document &&
  one.note === other.note &&
  one.counts.join() === other.counts.join();

/** What counts is asked for today; between two keys the rules may have changed. */
function requireCountable({ countable }: ReachedRequest, act: Decision['act'], { counts }: Made): void {
  const keys = countable.map(({ key }) => key);
  if (counts.every((key) => keys.includes(key))) return;
  if (act === 'confirm') throw new DomainError('conflict', 'equivalences.rules-changed');
  throw new DomainError('invalid', 'equivalences.not-countable', { field: 'counts' });
}

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
  if (after === 'granted')
    await recordConfirmedPaper(tx, {
      ...{ sourceId: requestId, personId, type: 'equivalence', ref: grantRef(level.slug, counts) },
      title: grantTitle(papers.map(({ title }) => title)),
      ...{ component: null, hours: null, validUntil: null },
      occurredOn: tx.clock.today(level.framework.zone),
      confirmedBy: actor.accountId,
    });
  await tellCoach(tx, { personId, level, made });
  await recordAct(tx, {
    act: `equivalences.request-${after}`,
    subject: { type: 'equivalence-request', id: requestId },
    detail: { before, after, level: level.slug, counts, document: made.document, note: made.note },
  });
}
