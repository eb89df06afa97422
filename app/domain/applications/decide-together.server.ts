import { listLevels } from '~/domain/frameworks/list-levels.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { isRegistrar } from '~/domain/licensing/policy';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError, isDomainError } from '~/platform/errors';
import { gathering, inSavepoint } from '~/platform/gather.server';
import { lockApplications } from './data/applications.server';
import { openCases } from './data/cases.server';
import { carryOut, type Deciding, type Decision } from './data/decision.server';
import { type TogetherInput, togetherSchema } from './inputs';
import { type Case, dueKey, missingFor, togetherObjection } from './rules/judgement';
import type { Outcome } from './types';

function decisionOf(now: Case, order: TogetherInput): Decision {
  const { id: applicationId } = now.application;
  const { note } = order;
  if (order.act === 'refuse') return { act: 'refuse', applicationId, note, reason: order.reason };
  if (order.act === 'return') return { act: 'return', applicationId, note };
  return { act: order.keys[applicationId] ?? dueKey(now), applicationId, note, conditionsChecked: false };
}

type Objection = Pick<Extract<Outcome, { outcome: 'not-done' }>, 'code' | 'params' | 'missing'>;

const UNKNOWN: Objection = { code: 'applications.application-not-found', params: {}, missing: [] };

const notDone = (applicationId: string, why: Objection): Outcome => ({
  ...{ applicationId, outcome: 'not-done' },
  ...why,
});

/** What is to be carried out, or what stands against it: an answer, not an error. */
function judge(now: Case, order: TogetherInput): Deciding | Objection {
  const decision = decisionOf(now, order);
  const code = togetherObjection(now, decision.act);
  return code ? { code, params: {}, missing: missingFor(code, now) } : { now, decision };
}

/**
 * In one savepoint; a broken rule undoes it, and what was in it is done again in halves, down to the one that broke the
 * rule, which is undone alone.
 */
async function carryOutApart(tx: Ctx, due: readonly Deciding[]): Promise<Outcome[]> {
  const [first, ...others] = due;
  if (!first) return [];
  try {
    const decided = await inSavepoint(tx, () => carryOut(tx, due));
    return decided.map((each) => ({ ...each, outcome: 'done' }));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, extras } = error;
    if (others.length === 0)
      return [notDone(first.now.application.id, { code, params: { ...extras.params }, missing: [] })];
    const half = Math.ceil(due.length / 2);
    return [...(await carryOutApart(tx, due.slice(0, half))), ...(await carryOutApart(tx, due.slice(half)))];
  }
}

/**
 * Decides at most 25 applications in one transaction, each judged as it stands now and undone alone where a rule breaks;
 * «issue» is the key that was due when the application was chosen: whoever meant to propose does not confirm. Locks:
 * applications and holders in the order of their ids, content version, number counters, people's lines of the register,
 * audit head. Somebody who applied for two levels is judged by what was held before. Answers in the order asked; what the
 * actor does not reach is `applications.application-not-found`. Throws `applications.not-a-registrar`.
 */
export async function decideTogether(ctx: Ctx, input: TogetherInput): Promise<Outcome[]> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const order = togetherSchema.parse(input);
  const ids = [...new Set(order.applicationIds)];
  const levels = await listLevels(ctx);
  return inTransaction(ctx, async (tx) => {
    const applications = await lockApplications(tx.db, ids);
    const cases = await openCases(tx, actor, { levels, applications });
    const holders = [...cases.values()].flatMap(({ found }) => found.holder ?? []);
    await keepHolders(tx, [...new Map(holders.map((holder) => [holder.personId, holder])).values()]);
    const judged = ids.map((id) => {
      const now = cases.get(id);
      return [id, now ? judge(now, order) : UNKNOWN] as const;
    });
    const due = judged.flatMap(([, each]) => ('now' in each ? [each] : []));
    const done = await gathering(tx, (inner) => carryOutApart(inner, due));
    const outcomes = new Map(done.map((each) => [each.applicationId, each]));
    return judged.flatMap(([id, each]) => ('now' in each ? (outcomes.get(id) ?? []) : notDone(id, each)));
  });
}
