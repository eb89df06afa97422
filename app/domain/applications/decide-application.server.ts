import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { isRegistrar } from '~/domain/licensing/policy';
import type { IssuedDocument } from '~/domain/licensing/types';
import type { Actor } from '~/platform/actor';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { onlyOne } from '~/platform/only-one';
import { lockApplications } from './data/applications.server';
import { openCases } from './data/cases.server';
import { carryOut, type Decision } from './data/decision.server';
import { type DecideInput, decideSchema } from './inputs';
import { applicationState } from './rules/application-state';
import { type Case, conditioned, countedFor, objection } from './rules/judgement';
import { newestOf } from './rules/renewal';
import type { ApplicationKind, ApplicationState, DecideAct } from './types';

export type DecideResult = {
  kind: ApplicationKind;
  state: ApplicationState;
  issued: IssuedDocument | null;
};

/**
 * A registrar proposes, confirms, returns or refuses. Where the level asks for two keys one registrar proposes and
 * another confirms. Confirming makes the award with its first period, or the next period of a renewal, and the public
 * document at once, or nothing. Locks: application, holder, award (renewals), number counter (by `issueCredentials`), audit head.
 * Throws `applications.not-a-registrar`, `applications.application-not-found`, the objections of rules/judgement.ts,
 * and at its field `applications.conditions-unchecked` where a paper counts under conditions in words.
 */
export async function decideApplication(ctx: Ctx, input: DecideInput): Promise<DecideResult> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const decision = decideSchema.parse(input);
  const levels = await listLevels(ctx);
  return inTransaction(ctx, async (tx) => {
    const now = await openCase(tx, actor, levels, decision.applicationId);
    const problem = objection(now, decision.act);
    if (problem === 'applications.own-record') throw new DomainError('forbidden', problem);
    const isDone = problem === 'applications.already-decided' || problem === 'applications.already-proposed';
    if (isDone && isSameAgain(now, decision.act)) return repeated(tx, now);
    if (problem) throw new DomainError('conflict', problem);
    requireChecked(now, decision);
    const { holder } = now.found;
    if (holder && decision.act === 'confirm') await keepHolders(tx, [holder]);
    const { state, issued } = onlyOne(await carryOut(tx, [{ now, decision }]));
    return { kind: now.application.kind, state, issued };
  });
}

function requireChecked(now: Case, decision: Decision): void {
  if (decision.act !== 'propose' && decision.act !== 'confirm') return;
  if (decision.conditionsChecked || conditioned(countedFor(now, decision.act)).length === 0) return;
  throw new DomainError('invalid', 'applications.conditions-unchecked', { field: 'conditionsChecked' });
}

/** Locks the application and finds out everything that decides it. */
async function openCase(tx: Ctx, actor: Actor, levels: readonly Level[], id: string): Promise<Case> {
  const applications = await lockApplications(tx.db, [id]);
  const now = (await openCases(tx, actor, { levels, applications })).get(id);
  if (!now) throw new DomainError('not-found', 'applications.application-not-found');
  return now;
}

/** The same registrar sent the same decision again: nothing happens, and the answer is the first one. */
const isSameAgain = ({ application, actor }: Case, act: DecideAct): boolean =>
  application.decisions.at(-1)?.act === act && application.decisions.at(-1)?.actorId === actor.accountId;

async function repeated(tx: Ctx, { application, found, level, on }: Case): Promise<DecideResult> {
  const state = applicationState(application.decisions);
  if (state === 'proposed') return { kind: application.kind, state, issued: null };
  const id = newestOf(found.licences, level.id, on)?.facts.qualificationId;
  const documents = id ? await tx.ports.documentsOf(tx, [id]) : null;
  return { kind: application.kind, state, issued: (id && documents?.get(id)?.[0]) || null };
}
