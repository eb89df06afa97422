import type { z } from 'zod';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { plainText } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { addDays } from '~/platform/local-date';
import { findHolder } from './data/holders.server';
import {
  insertDecision,
  insertLift,
  insertRevocation,
  insertSuspension,
  lockQualification,
  type QualificationRow,
} from './data/sanctions.server';
import { type SanctionInput, sanctionSchema } from './inputs';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from './policy';

type Sanction = z.output<typeof sanctionSchema>;

const DECISION = { revoke: 'revoke', suspend: 'suspend', lift: 'restore' } as const;
const ACTS = {
  revoke: 'licensing.qualification-revoked',
  suspend: 'licensing.qualification-suspended',
  lift: 'licensing.suspension-lifted',
} as const;

/** An order may take effect at most so many days ahead. */
const AHEAD = 366;

/**
 * A registrar revokes or suspends a qualification or lifts its suspension, with reason, document and the local date
 * from which it counts. Until an ordered revocation begins it may still be suspended and restored. Public answers change with the commit. Throws `licensing.not-a-registrar`,
 * `licensing.qualification-not-found`, `licensing.own-record`, `licensing.already-revoked`,
 * `licensing.already-suspended`, `licensing.not-suspended`, `licensing.date-out-of-range`.
 */
export async function sanctionQualification(ctx: Ctx, input: SanctionInput): Promise<void> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const sanction = sanctionSchema.parse(input);
  const levels = await listLevels(ctx);
  await inTransaction(ctx, async (tx) => {
    const { qualification, level } = await openRecord(tx, actor, levels, sanction.qualificationId);
    check(sanction, qualification, tx.clock.today(level.framework.zone));
    await write(tx, actor, sanction, qualification);
    await tellHolder(tx, sanction, qualification, level);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: ACTS[sanction.act],
      subject: { type: 'qualification', id: qualification.id },
      detail: { reason: sanction.reason, document: sanction.document, effectiveOn: sanction.effectiveOn },
    });
  });
}

async function openRecord(tx: Ctx, actor: Actor, levels: readonly Level[], id: string) {
  const qualification = await lockQualification(tx.db, id);
  const level = levels.find((each) => each.id === qualification?.levelId);
  const holder = qualification ? await findHolder(tx.db, qualification.personId) : null;
  const place = { levelId: level?.id ?? '', path: holder?.path ?? '/' };
  if (!qualification || !level || !isWithin(scopeOf(actor, levels), place)) {
    throw new DomainError('not-found', 'licensing.qualification-not-found');
  }
  if (isOwnRecord(actor, qualification.personId)) throw new DomainError('forbidden', 'licensing.own-record');
  return { qualification, level };
}

function check(
  { act, effectiveOn }: Sanction,
  { revokedFrom, openSuspension, awardedOn }: QualificationRow,
  today: string,
): void {
  if (revokedFrom !== null && (act === 'revoke' || revokedFrom <= today))
    throw new DomainError('conflict', 'licensing.already-revoked');
  if (act === 'suspend' && openSuspension) throw new DomainError('conflict', 'licensing.already-suspended');
  if (act === 'lift' && !openSuspension) throw new DomainError('conflict', 'licensing.not-suspended');
  const earliest = act === 'lift' ? (openSuspension?.from ?? awardedOn) : awardedOn;
  if (effectiveOn < earliest || effectiveOn > addDays(today, AHEAD)) {
    throw new DomainError('invalid', 'licensing.date-out-of-range', { field: 'effectiveOn' });
  }
}

async function write(
  tx: Ctx,
  actor: Actor,
  sanction: Sanction,
  qualification: QualificationRow,
): Promise<void> {
  const { act, reason, document, note, effectiveOn } = sanction;
  const recordedAt = tx.clock.now();
  const wasSuspended = qualification.openSuspension !== null;
  const wasRevoked = qualification.revokedFrom !== null;
  const decisionId = await insertDecision(tx.db, {
    qualificationId: qualification.id,
    act: DECISION[act],
    key: 1,
    actorId: actor.accountId,
    reason,
    note,
    document,
    before: { suspended: wasSuspended, revoked: wasRevoked },
    after: {
      suspended: act === 'suspend' || (act === 'revoke' && wasSuspended),
      revoked: wasRevoked || act === 'revoke',
    },
    effectiveOn,
    recordedAt,
  });
  const row = { qualificationId: qualification.id, decisionId, reason, document, effectiveOn, recordedAt };
  if (act === 'revoke') await insertRevocation(tx.db, row);
  else if (act === 'suspend') await insertSuspension(tx.db, row);
  else if (qualification.openSuspension) {
    const lift = { liftedOn: effectiveOn, liftedAt: recordedAt, liftDecisionId: decisionId };
    await insertLift(tx.db, qualification.openSuspension.id, lift);
  }
}

async function tellHolder(
  tx: Ctx,
  sanction: Sanction,
  { personId }: QualificationRow,
  level: Level,
): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const { document, effectiveOn } = sanction;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications`;
  const params = { level: plainText(level.name, mail.lang), document, effectiveOn, page };
  if (sanction.act === 'revoke')
    await tx.mail.send({ ...mail, message: { key: 'decision-revoked', params } });
  if (sanction.act === 'suspend')
    await tx.mail.send({ ...mail, message: { key: 'decision-suspended', params } });
  if (sanction.act === 'lift') await tx.mail.send({ ...mail, message: { key: 'decision-restored', params } });
}
