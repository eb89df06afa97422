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

type Head = { seq: bigint; hash: string };

function chained(tx: Ctx, head: Head, acts: readonly Act[]) {
  const at = tx.clock.now();
  let { seq, hash } = head;
  const rows = acts.map(({ act, subject, detail }) => {
    const salt = randomBytes(16).toString('hex');
    const stored: unknown = JSON.parse(canonicalJson(detail));
    const row = {
      seq: seq + 1n,
      at,
      actorId: tx.actor?.accountId ?? null,
      act,
      subjectType: subject.type,
      subjectId: subject.id,
      detailDigest: detailDigest(salt, stored),
      prevHash: hash,
    };
    ({ seq } = row);
    hash = rowHash(row);
    return { ...row, seq: String(seq), hash, salt, detail: stored };
  });
  return { rows, seq, hash };
}

/**
 * Appends to the audit chain inside the caller's transaction, in the order given. It locks the head of the chain until
 * commit, so it is called last, after every other lock.
 */
export async function recordActs(tx: Ctx, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  const [head] = await tx.db.$queryRaw<Head[]>(
    Prisma.sql`SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`,
  );
  if (!head) throw new Error('The audit chain has no head: the migrations are incomplete');
  const { rows, seq, hash } = chained(tx, head, acts);
  await tx.db.$executeRaw(Prisma.sql`
    WITH act AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (seq bigint, at timestamptz, "actorId" uuid,
        act text, "subjectType" text, "subjectId" text, "detailDigest" text, "prevHash" text, hash text, salt text, detail jsonb)
    ), event AS (
      INSERT INTO audit_event (seq, at, actor_id, act, subject_type, subject_id, detail_digest, prev_hash, hash)
      SELECT seq, at, "actorId", act, "subjectType", "subjectId", "detailDigest", "prevHash", hash FROM act ORDER BY seq
    ), detail AS (INSERT INTO audit_detail (seq, salt, detail) SELECT seq, salt, detail FROM act ORDER BY seq)
    UPDATE audit_head SET seq = ${seq}, hash = ${hash} WHERE id = 1`);
}
