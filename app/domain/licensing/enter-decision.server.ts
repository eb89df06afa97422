import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { addDays, type LocalDate } from '~/platform/local-date';
import {
  insertAnnulment,
  insertDecision,
  insertLift,
  insertPause,
  insertPauseEnd,
  insertRevocation,
  insertSurrender,
  insertSuspension,
  lockQualification,
  type NewFact,
  type QualificationRow,
} from './data/acts.server';
import { loadStandingFacts } from './data/licences.server';
import { APPEAL_DAYS } from './policy';
import { actEffect } from './rules/act-effect';
import { actObstacle } from './rules/act-obstacle';
import type { ActOrder, ActState, StandingFacts } from './types';

export type Entered = {
  /** Null after a trial. */
  decisionId: string | null;
  before: ActState;
  after: ActState;
};

/**
 * Carries out an act on an award inside the caller's transaction: the decision with what it changes, its fact, and the
 * mail to the holder (of a correction the document is told). With `isTrial` it only looks whether it could be done now.
 * Locks the award. The caller authorises and audits. Throws `licensing.qualification-not-found`, for a reversal
 * `licensing.already-reversed`, and the obstacles of rules/act-obstacle.ts.
 */
export async function enterDecision(
  tx: Ctx,
  { isTrial = false, ...order }: ActOrder & { isTrial?: boolean },
): Promise<Entered> {
  const qualification = await lockQualification(tx, order.qualificationId);
  const level = (await listLevels(tx)).find(({ id }) => id === qualification?.levelId);
  if (!qualification || !level) throw new DomainError('not-found', 'licensing.qualification-not-found');
  const periods = await loadStandingFacts(tx.db, { qualificationIds: [qualification.id] }, null);
  const today = tx.clock.today(level.framework.zone);
  if (order.reverses && !isOpen(qualification, order, today))
    throw new DomainError('conflict', 'licensing.already-reversed');
  const problem = actObstacle(order, { ...qualification, periods }, today);
  if (problem)
    throw new DomainError(problem.kind, problem.code, problem.field ? { field: problem.field } : {});
  const effect = actEffect(periods, order);
  if (!effect) throw new DomainError('conflict', 'licensing.not-in-force');
  if (isTrial) return { decisionId: null, ...effect };
  const { act, reverses: _reverses, ...facts } = order;
  const recordedAt = tx.clock.now();
  const decisionId = await insertDecision(tx.db, {
    ...facts,
    ...effect,
    act: act === 'lift' ? 'restore' : act,
    key: order.proposerId === null ? 1 : 2,
    recordedAt,
  });
  const fact = { qualificationId: qualification.id, decisionId, recordedAt };
  await writeFact(tx, order, { qualification, newest: periods.at(-1), fact });
  await tellHolder(tx, order, { personId: qualification.personId, level });
  await raiseContentVersion(tx);
  return { decisionId, ...effect };
}

/** Whether what the reversed decision brought about still counts, and nobody has ordered its end. */
function isOpen(
  { revocation, openSuspension, pause }: QualificationRow,
  { act, reverses }: ActOrder,
  today: LocalDate,
): boolean {
  if (act === 'resume') return pause !== null && pause.decisionId === reverses && pause.until >= today;
  const sanction = act === 'annul' ? revocation : openSuspension;
  return sanction !== null && sanction.decisionId === reverses && sanction.endsOn === null;
}

type Found = { qualification: QualificationRow; newest: StandingFacts | undefined; fact: NewFact };

async function writeFact(tx: Ctx, order: ActOrder, { qualification, newest, fact }: Found): Promise<void> {
  const { act, effectiveOn, until } = order;
  const sanction = { ...fact, reason: order.reason ?? '', document: order.document ?? '' };
  switch (act) {
    case 'revoke':
      return insertRevocation(tx.db, effectiveOn, sanction);
    case 'annul':
      return insertAnnulment(tx.db, effectiveOn, fact);
    case 'suspend':
      return insertSuspension(tx.db, effectiveOn, sanction);
    case 'lift':
      return insertLift(tx.db, effectiveOn, fact);
    case 'surrender':
      return insertSurrender(tx.db, effectiveOn, fact);
    case 'correct':
      return;
    case 'resume':
      return qualification.pause
        ? insertPauseEnd(tx.db, qualification.pause.id, effectiveOn, fact)
        : undefined;
    case 'pause':
      return newest && until
        ? insertPause(tx.db, { periodId: newest.periodId, from: effectiveOn, until }, fact)
        : undefined;
  }
}

async function tellHolder(
  tx: Ctx,
  order: ActOrder,
  { personId, level }: { personId: string; level: Level },
): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const { date } = formatters(mail.lang);
  const today = tx.clock.today(level.framework.zone);
  const params = {
    level: plainText(level.name, mail.lang),
    document: order.document ?? '—',
    effectiveOn: date(order.effectiveOn),
    until: date(order.until ?? order.effectiveOn),
    appealUntil: date(addDays(today, APPEAL_DAYS)),
    page: `${tx.config.publicUrl}/${mail.lang}/me/qualifications`,
  };
  switch (order.act) {
    case 'revoke':
      return tx.mail.send({ ...mail, message: { key: 'decision-revoked', params } });
    case 'annul':
      return tx.mail.send({ ...mail, message: { key: 'decision-annulled', params } });
    case 'suspend':
      return tx.mail.send({ ...mail, message: { key: 'decision-suspended', params } });
    case 'lift':
      return tx.mail.send({ ...mail, message: { key: 'decision-restored', params } });
    case 'pause':
      return tx.mail.send({ ...mail, message: { key: 'decision-paused', params } });
    case 'resume':
      return tx.mail.send({ ...mail, message: { key: 'decision-resumed', params } });
    case 'correct':
      return;
    case 'surrender':
      return tx.mail.send({ ...mail, message: { key: 'decision-surrendered', params } });
  }
}
