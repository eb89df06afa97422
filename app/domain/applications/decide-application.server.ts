import type { z } from 'zod';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import { APPEAL_DAYS, isOwnRecord, isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { HolderFacts, IssuedDocument, MadeDocument } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { addDays, type LocalDate } from '~/platform/local-date';
import { closeApplication, insertDecision, lockApplication } from './data/applications.server';
import { carryOutAward, carryOutRenewal } from './data/confirmation.server';
import { type Eligibility, loadEligibility } from './data/eligibility.server';
import { loadRenewal } from './data/renewal.server';
import { type DecideInput, decideSchema } from './inputs';
import { applicationState, obstacle, roundOf } from './rules/application-state';
import { isHeld, isSuspended, newestOf } from './rules/renewal';
import type { ApplicationKind, ApplicationRow, ApplicationState, DecideAct, Renewal } from './types';

export type DecideResult = {
  kind: ApplicationKind;
  state: ApplicationState;
  issued: IssuedDocument | null;
};

/** One decision in the making; everything below runs inside its transaction, with the application locked. */
type Case = {
  application: ApplicationRow;
  level: Level;
  ruleSet: RuleSet;
  actor: Actor;
  on: LocalDate;
  found: Eligibility;
  /** Of an application for renewal that is possible today. */
  renewal: Renewal | null;
};

/**
 * A registrar proposes, confirms, returns or refuses. Where the level asks for two keys one registrar proposes and
 * another confirms. Confirming makes the award with its first period, or the next period of a renewal, and the public
 * document at once, or nothing. Locks: application, award (renewals), number counter (by `issueCredential`), audit head.
 * Throws `applications.not-a-registrar`, `applications.application-not-found`, `applications.own-record`,
 * `applications.not-ready`, `applications.suspended`, `applications.already-held`, `applications.not-renewable` and the obstacles of
 * rules/application-state.ts.
 */
export async function decideApplication(ctx: Ctx, input: DecideInput): Promise<DecideResult> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const decision = decideSchema.parse(input);
  const levels = await listLevels(ctx);
  return inTransaction(ctx, async (tx) => {
    const now = await openCase(tx, actor, levels, decision.applicationId);
    const { decisions } = now.application;
    const problem = obstacle(decision.act, {
      decisions,
      keysRequired: now.ruleSet.keysRequired,
      actorId: actor.accountId,
    });
    if (problem === 'applications.already-decided' && isSameAgain(now, decision.act))
      return repeated(tx, now);
    if (problem) throw new DomainError('conflict', problem);
    if (decision.act === 'propose' || decision.act === 'confirm') requireReady(now);
    const { before, after } = await write(tx, now, decision);
    const issued = decision.act === 'confirm' ? await carryOut(tx, now) : null;
    await tellApplicant(tx, now, decision.act, { note: decision.note, issued });
    await recordAct(tx, {
      act: `applications.${isRenewed(now, decision.act) ? 'renewed' : after}`,
      subject: { type: 'application', id: now.application.id },
      detail: { before, after, level: now.level.slug, number: issued?.number ?? null, ...sealOf(issued) },
    });
    return { kind: now.application.kind, state: after, issued: issued && publicPart(issued) };
  });
}

/** What holds the document to the audit chain: its serial and the hash of its content. */
const sealOf = (made: MadeDocument | null) => made && { serial: made.serial, sha256: made.sha256 };

const publicPart = ({ serial, number }: MadeDocument): IssuedDocument => ({ serial, number });

const isRenewed = ({ application }: Case, act: DecideAct): boolean =>
  act === 'confirm' && application.kind === 'renewal';

/** Writes the decision down; every one but a proposal closes the application. */
async function write(tx: Ctx, now: Case, decision: z.output<typeof decideSchema>) {
  const { application, actor, ruleSet, on } = now;
  const before = applicationState(application.decisions);
  const after = applicationState([...application.decisions, { act: decision.act }]);
  const recordedAt = tx.clock.now();
  await insertDecision(tx.db, {
    applicationId: application.id,
    act: decision.act,
    round: roundOf(application.decisions),
    key: decision.act === 'confirm' && ruleSet.keysRequired === 2 ? 2 : 1,
    actorId: actor.accountId,
    note: decision.note,
    ...('reason' in decision ? { reason: decision.reason } : {}),
    before: { state: before },
    after: { state: after },
    effectiveOn: on,
    recordedAt,
  });
  if (decision.act !== 'propose') await closeApplication(tx.db, application.id, recordedAt);
  return { before, after };
}

/** Locks the application and finds out everything that decides it. */
async function openCase(
  tx: Ctx,
  actor: Actor,
  levels: readonly Level[],
  applicationId: string,
): Promise<Case> {
  const application = await lockApplication(tx.db, applicationId);
  const level = levels.find(({ id }) => id === application?.levelId);
  const ruleSet = level?.ruleSets.find(({ id }) => id === application?.ruleSetVersionId);
  if (!application || !level || !ruleSet || !isWithin(scopeOf(actor, levels), application)) {
    throw new DomainError('not-found', 'applications.application-not-found');
  }
  const { personId } = application;
  if (isOwnRecord(actor, personId)) throw new DomainError('forbidden', 'applications.own-record');
  const on = tx.clock.today(level.framework.zone);
  const found = await loadEligibility(tx, { personId, levels, ruleSet, on });
  const renewal = application.kind === 'renewal' ? await loadRenewal(tx, { level, found, on }) : null;
  return { application, level, ruleSet, actor, on, found, renewal };
}

/** The same registrar sent the same decision again: nothing happens, and the answer is the first one. */
const isSameAgain = ({ application, actor }: Case, act: DecideAct): boolean =>
  application.decisions.at(-1)?.act === act && application.decisions.at(-1)?.actorId === actor.accountId;

async function repeated(tx: Ctx, { application, found, level, on }: Case): Promise<DecideResult> {
  const state = applicationState(application.decisions);
  const id = newestOf(found.licences, level.id, on)?.facts.qualificationId;
  const documents = id ? await tx.ports.documentsOf(tx, [id]) : null;
  return { kind: application.kind, state, issued: (id && documents?.get(id)?.[0]) || null };
}

function requireReady({ application, found, level, on, renewal }: Case): void {
  const { kind } = application;
  if (kind === 'renewal' && !renewal) throw new DomainError('conflict', 'applications.not-renewable');
  if (kind === 'award' && isSuspended(found.licences, level.id, on))
    throw new DomainError('conflict', 'applications.suspended');
  const isReady = kind === 'renewal' ? renewal?.isReady : found.isReady;
  if (!isReady) throw new DomainError('conflict', 'applications.not-ready');
  if (kind === 'award' && isHeld(found.licences, level, on))
    throw new DomainError('conflict', 'applications.already-held');
}

function carryOut(tx: Ctx, now: Case): Promise<MadeDocument> {
  const confirmed = { ...now, holder: requireHolder(now.found.holder) };
  return now.renewal ? carryOutRenewal(tx, confirmed, now.renewal) : carryOutAward(tx, confirmed);
}

function requireHolder(holder: HolderFacts | null): HolderFacts {
  if (!holder) throw new DomainError('conflict', 'applications.person-not-found');
  return holder;
}

/** A proposal is the office's own affair; every other decision is told to the applicant. */
async function tellApplicant(
  tx: Ctx,
  { application, found, level, on }: Case,
  act: DecideAct,
  { note, issued }: { note: string; issued: IssuedDocument | null },
): Promise<void> {
  const mail = found.holder?.mail;
  if (!mail || act === 'propose') return;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications`;
  const appealUntil = formatters(mail.lang).date(addDays(on, APPEAL_DAYS));
  const params = { level: plainText(level.name, mail.lang), note, page, appealUntil };
  if (act === 'return') await tx.mail.send({ ...mail, message: { key: 'decision-returned', params } });
  if (act === 'refuse') await tx.mail.send({ ...mail, message: { key: 'decision-refused', params } });
  if (act !== 'confirm' || !issued) return;
  const address = `${tx.config.publicUrl}/${mail.lang}/verify/${issued.serial}`;
  const told = { ...params, number: issued.number, address };
  if (application.kind === 'renewal') {
    await tx.mail.send({ ...mail, message: { key: 'decision-renewed', params: told } });
  } else await tx.mail.send({ ...mail, message: { key: 'decision-awarded', params: told } });
}
