import { listTroubled } from '~/domain/credentials/list-troubled.server';
import type { Ctx } from '~/platform/context';
import { contentVersion, findList, keepList, type StoredList } from './data/status-lists.server';
import { encodeBits } from './documents/bitstring.server';

/** The list as it stands now, whether or not there is a list with this number yet. */
async function workedOut(ctx: Ctx, listNo: number): Promise<StoredList> {
  const version = await contentVersion(ctx.db);
  const kept = await findList(ctx.db, listNo);
  if (kept && kept.contentVersion === version && ctx.clock.now() < kept.freshUntil) return kept;
  const { revoked, suspended, changesAt, length, lists } = await listTroubled(ctx, { listNo });
  const made: StoredList = {
    listNo,
    lists,
    contentVersion: version,
    freshUntil: changesAt,
    revoked: encodeBits(revoked, length),
    suspended: encodeBits(suspended, length),
    workedOutAt: ctx.clock.now(),
  };
  await keepList(ctx.db, made);
  return made;
}

/**
 * Which documents of a list are revoked or suspended now, as compressed bits; null when there is no such list. Worked out
 * from the facts; what was worked out before holds as long as nothing public was written and no day turned.
 */
export async function getStatusList(ctx: Ctx, { listNo }: { listNo: number }): Promise<StoredList | null> {
  const first = await workedOut(ctx, 1);
  if (listNo < 1 || listNo > first.lists) return null;
  return listNo === 1 ? first : workedOut(ctx, listNo);
}
