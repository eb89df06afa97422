import type { z } from 'zod';
import { APPEAL_DAYS } from '~/domain/licensing/policy';
import type { HolderFacts, IssuedDocument, MadeDocument } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import { recordAct } from '~/platform/audit/record-act.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { addDays } from '~/platform/local-date';
import type { decideSchema } from '../inputs';
import { applicationState, roundOf } from '../rules/application-state';
import { type Case, conditioned, countedFor } from '../rules/judgement';
import type { ApplicationState, DecideAct } from '../types';
import { insertDecision } from './applications.server';
import { carryOutAward, carryOutRenewal } from './confirmation.server';

export type Decision = z.output<typeof decideSchema>;

export type Decided = { state: ApplicationState; issued: IssuedDocument | null };

/** What holds the document to the audit chain: its serial and the hash of its content. */
const sealOf = (made: MadeDocument | null) => made && { serial: made.serial, sha256: made.sha256 };

const isRenewed = ({ application }: Case, act: DecideAct): boolean =>
  act === 'confirm' && application.kind === 'renewal';

/** Writes the decision down; every one but a proposal closes the application. */
async function write(tx: Ctx, now: Case, decision: Decision) {
  const { application, actor, ruleSet, on } = now;
  const before = applicationState(application.decisions);
  const after = applicationState([...application.decisions, { act: decision.act }]);
  const counted = countedFor(now, decision.act);
  const checked = conditioned(counted).length > 0 ? { conditionsChecked: true } : {};
  await insertDecision(tx.db, {
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
  });
  return { before, after, counted, checked };
}

function requireHolder(holder: HolderFacts | null): HolderFacts {
  if (!holder) throw new DomainError('conflict', 'applications.person-not-found');
  return holder;
}

function issue(tx: Ctx, now: Case): Promise<MadeDocument> {
  const confirmed = { ...now, holder: requireHolder(now.found.holder) };
  return now.renewal ? carryOutRenewal(tx, confirmed, now.renewal) : carryOutAward(tx, confirmed);
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

/**
 * Does what a decision means, in the open transaction, to which nothing objects any more and whose conditions
 * are checked: writes it down, has the award
 * or the next period and the public document made, tells the applicant and the audit chain. The application is locked.
 */
export async function carryOut(tx: Ctx, now: Case, decision: Decision): Promise<Decided> {
  const { before, after, counted, checked } = await write(tx, now, decision);
  const made = decision.act === 'confirm' ? await issue(tx, now) : null;
  await tellApplicant(tx, now, decision, made);
  await recordAct(tx, {
    act: `applications.${isRenewed(now, decision.act) ? 'renewed' : after}`,
    subject: { type: 'application', id: now.application.id },
    detail: {
      ...{ before, after, level: now.level.slug, number: made?.number ?? null, ...sealOf(made) },
      ...(counted.length > 0 ? { counted: counted.map(({ kind, id, on }) => ({ kind, id, on })) } : {}),
      ...checked,
    },
  });
  return { state: after, issued: made && { serial: made.serial, number: made.number } };
}
