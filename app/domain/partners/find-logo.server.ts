import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { findPermission } from './data/partners.server';
import { isInForce, PERMISSION_ZONE } from './rules/permission';

/** The PNG of a logo while its permission holds; null otherwise. */
export async function findLogo(
  ctx: Ctx,
  { permissionId }: { permissionId: string },
): Promise<{ image: Uint8Array } | null> {
  const row = await findPermission(ctx.db, permissionId);
  if (!row?.image) return null;
  const paper = { ...row, grantedOn: fromDb(row.grantedOn), until: row.until && fromDb(row.until) };
  return isInForce(paper, ctx.clock.today(PERMISSION_ZONE)) ? { image: row.image } : null;
}
