import { randomBytes } from 'node:crypto';
import type { Ctx } from '../context';
import { Prisma } from '../db/client';
import { canonicalJson, detailDigest, rowHash } from './chain';

export type Act = {
  /** '<domain>.<what-happened>', such as 'licensing.application-confirmed'. */
  act: string;
  subject: { type: string; id: string };
  /** What changed, as plain JSON; kept apart from the chain so that a lawful erasure does not break it. */
  detail: Record<string, unknown>;
};

/**
 * Appends to the audit chain inside the caller's transaction. It locks the head of the chain until commit, so it
 * is called last, after every other lock.
 */
export async function recordAct(tx: Ctx, { act, subject, detail }: Act): Promise<void> {
  const [head] = await tx.db.$queryRaw<{ seq: bigint; hash: string }[]>(
    Prisma.sql`SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`,
  );
  if (!head) throw new Error('The audit chain has no head: the migrations are incomplete');
  const salt = randomBytes(16).toString('hex');
  const stored: Prisma.InputJsonObject = JSON.parse(canonicalJson(detail));
  const row = {
    seq: head.seq + 1n,
    at: tx.clock.now(),
    actorId: tx.actor?.accountId ?? null,
    act,
    subjectType: subject.type,
    subjectId: subject.id,
    detailDigest: detailDigest(salt, stored),
    prevHash: head.hash,
  };
  const hash = rowHash(row);
  await tx.db.auditEvent.create({ data: { ...row, hash } });
  await tx.db.auditDetail.create({ data: { seq: row.seq, salt, detail: stored } });
  await tx.db.auditHead.update({ where: { id: 1 }, data: { seq: row.seq, hash } });
}
