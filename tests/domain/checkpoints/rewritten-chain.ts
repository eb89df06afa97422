import { canonicalJson, detailDigest, rowHash } from '~/platform/audit/chain';
import { recordAct } from '~/platform/audit/record-act.server';
import { inTransaction } from '~/platform/context';
import type { TestWorld } from '../../support/database';

/** Records acts at a moment, as decisions of the office would be. */
export async function recordActs(world: TestWorld, at: string, count: number): Promise<void> {
  world.clock.set(at);
  for (let index = 0; index < count; index += 1) {
    await inTransaction(world.ctx(), (tx) =>
      recordAct(tx, {
        act: 'licensing.application-refused',
        subject: { type: 'application', id: `${at.slice(0, 10)}-${index}` },
        detail: { note: 'Құжат жоқ', index },
      }),
    );
  }
}

/** What somebody with the database password can do: change a past decision and make the whole chain fit again. */
export async function rewriteDecision({ services }: TestWorld, seq: bigint): Promise<void> {
  const db = services.database.client;
  const detail = await db.auditDetail.findUniqueOrThrow({ where: { seq } });
  const changed = JSON.parse(canonicalJson({ note: 'Құжат бар' }));
  await db.auditDetail.update({ where: { seq }, data: { detail: changed } });
  const rows = await db.auditEvent.findMany({ where: { seq: { gte: seq } }, orderBy: { seq: 'asc' } });
  let prevHash = rows[0]?.prevHash ?? '';
  for (const row of rows) {
    const digest = row.seq === seq ? detailDigest(detail.salt, changed) : row.detailDigest;
    const next = { ...row, detailDigest: digest, prevHash };
    const hash = rowHash(next);
    await db.auditEvent.update({
      where: { seq: row.seq },
      data: { detailDigest: digest, prevHash, hash },
    });
    prevHash = hash;
  }
  await db.auditHead.update({ where: { id: 1 }, data: { hash: prevHash } });
}
