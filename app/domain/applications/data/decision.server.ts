import type { z } from 'zod';
import { APPEAL_DAYS } from '~/domain/licensing/policy';
import type { HolderFacts, IssuedDocument, MadeDocument } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Act } from '~/platform/audit/record-acts.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { addDays } from '~/platform/local-date';
import type { decideSchema } from '../inputs';
import { applicationState, roundOf } from '../rules/application-state';
import { type Case, conditioned, countedFor } from '../rules/judgement';
import type { ApplicationState, DecideAct } from '../types';
import { insertDecisions, type NewDecision } from './applications.server';
import { carryOutAwards, carryOutRenewal } from './confirmation.server';

export type Decision = z.output<typeof decideSchema>;

export type Decided = { applicationId: string; state: ApplicationState; issued: IssuedDocument | null };

/** What holds the document to the audit chain: its serial and the hash of its content. */
const sealOf = (made: MadeDocument | null) => made && { serial: made.serial, sha256: made.sha256 };

const isRenewed = ({ application }: Case, act: DecideAct): boolean =>
  act === 'confirm' && application.kind === 'renewal';

/** A decision on what was found out about its application, to which nothing objects any more. */
export type Deciding = { now: Case; decision: Decision };

/** What the decision changes, and by which papers of others it counts. */
function changeOf({ now, decision }: Deciding) {
  const { decisions } = now.application;
  const counted = countedFor(now, decision.act);
  return {
    before: applicationState(decisions),
    after: applicationState([...decisions, { act: decision.act }]),
    counted,
    checked: conditioned(counted).length > 0 ? { conditionsChecked: true } : {},
  };
}

/** As it is written down; every one but a proposal closes the application. */
function recordOf(tx: Ctx, deciding: Deciding): NewDecision {
  const { now, decision } = deciding;
  const { application, actor, ruleSet, on } = now;
  const { before, after, counted, checked } = changeOf(deciding);
  return {
    applicationId: application.id,
    act: decision.act,
    round: roundOf(application.decisions),
    key: decision.act === 'confirm' && ruleSet.keysRequired === 2 ? 2 : 1,
    actorId: actor.accountId,
    note: decision.note,
    ...('reason' in decision ? { reason: decision.reason } : {}),
    before: { state: before },
    after: { state: after, ...(counted.length > 0 ? { counted, ...checked } : {}) },
    effectiveOn: on,
    recordedAt: tx.clock.now(),
    closes: decision.act !== 'propose',
  };
}

function requireHolder(holder: HolderFacts | null): HolderFacts {
  if (!holder) throw new DomainError('conflict', 'applications.person-not-found');
  return holder;
}

/** The documents of what is confirmed, by application: awards all at once, then renewals one after the other. */
async function issueAll(tx: Ctx, cases: readonly Case[]): Promise<ReadonlyMap<string, MadeDocument>> {
  const confirmed = cases.map((now) => ({ ...now, holder: requireHolder(now.found.holder) }));
  const awards = confirmed.filter(({ renewal }) => !renewal);
  const made = new Map<string, MadeDocument>();
  for (const [at, document] of (await carryOutAwards(tx, awards)).entries()) {
    const id = awards[at]?.application.id;
    if (id) made.set(id, document);
  }
  for (const now of confirmed)
    if (now.renewal) made.set(now.application.id, await carryOutRenewal(tx, now, now.renewal));
  return made;
}

/** A proposal is the office's own affair; every other decision is told to the applicant. */
async function tellApplicant(
  tx: Ctx,
  { application, found, level, on }: Case,
  { act, note }: Decision,
  issued: IssuedDocument | null,
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

/** What the audit chain keeps of a decision. */
function actOf(deciding: Deciding, made: MadeDocument | null): Act {
  const { now, decision } = deciding;
  const { before, after, counted, checked } = changeOf(deciding);
  return {
    act: `applications.${isRenewed(now, decision.act) ? 'renewed' : after}`,
    subject: { type: 'application', id: now.application.id },
    detail: {
      ...{ before, after, level: now.level.slug, number: made?.number ?? null, ...sealOf(made) },
      ...(counted.length > 0 ? { counted: counted.map(({ kind, id, on }) => ({ kind, id, on })) } : {}),
      ...checked,
    },
  };
}

/**
 * Does what decisions mean, in the open transaction, to which nothing objects any more and whose conditions are checked,
 * each on another application: writes them down, has the awards or the next periods and the public documents made, tells
 * the applicants and the audit chain. Answers in the order given, in as many statements as for one, but for renewals.
 * The applications are locked.
 */
export async function carryOut(tx: Ctx, all: readonly Deciding[]): Promise<Decided[]> {
  await insertDecisions(
    tx.db,
    all.map((deciding) => recordOf(tx, deciding)),
  );
  const confirmed = all.flatMap(({ now, decision }) => (decision.act === 'confirm' ? [now] : []));
  const documents = await issueAll(tx, confirmed);
  const acts: Act[] = [];
  const decided: Decided[] = [];
  for (const deciding of all) {
    const { now, decision } = deciding;
    const applicationId = now.application.id;
    const made = documents.get(applicationId) ?? null;
    await tellApplicant(tx, now, decision, made);
    acts.push(actOf(deciding, made));
    const issued = made && { serial: made.serial, number: made.number };
    decided.push({ applicationId, state: changeOf(deciding).after, issued });
  }
  for (const act of acts) await recordAct(tx, act);
  return decided;
}
