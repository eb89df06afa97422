import { listLevels } from '~/domain/frameworks/list-levels.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { isRegistrar } from '~/domain/licensing/policy';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError, isDomainError } from '~/platform/errors';
import { gathering, inSavepoint } from '~/platform/gather.server';
import { lockApplications } from './data/applications.server';
import { openCases } from './data/cases.server';
import { carryOut, type Decision } from './data/decision.server';
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

/** One item; what stands against it is an answer, not an error. */
async function decide(tx: Ctx, now: Case, order: TogetherInput): Promise<Outcome> {
  const { id: applicationId } = now.application;
  const decision = decisionOf(now, order);
  const code = togetherObjection(now, decision.act);
  if (code) return { applicationId, outcome: 'not-done', code, params: {}, missing: missingFor(code, now) };
  const { state, issued } = await carryOut(tx, now, decision);
  return { applicationId, outcome: 'done', state, issued };
}

/** The item in a savepoint of its own: a broken rule undoes it alone. */
async function decideAlone(tx: Ctx, now: Case, order: TogetherInput): Promise<Outcome> {
  try {
    return await inSavepoint(tx, () => decide(tx, now, order));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, extras } = error;
    const { id: applicationId } = now.application;
    return { applicationId, outcome: 'not-done', code, params: { ...extras.params }, missing: [] };
  }
}

/**
 * Decides at most 25 applications in one transaction, each in a savepoint of its own and judged as it stands now; «issue»
 * is the key that was due when the application was chosen: whoever meant to propose does not confirm. Locks: applications and holders in the order of their ids, content version, number counter,
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
    return gathering(tx, async (inner) => {
      const outcomes: Outcome[] = [];
      for (const applicationId of ids) {
        const now = cases.get(applicationId);
        outcomes.push(now ? await decideAlone(inner, now, order) : unknown(applicationId));
      }
      return outcomes;
    });
  });
}

const unknown = (applicationId: string): Outcome => ({
  applicationId,
  outcome: 'not-done',
  code: 'applications.application-not-found',
  params: {},
  missing: [],
});
