import type { Ctx } from '~/platform/context';
import { listAppealsBy } from './data/appeals.server';
import type { Appeal } from './types';

export type NamedAppeal = Appeal & { deciderName: string | null };

/** A person's appeals against decisions on one award, application or request, the oldest first. The caller authorises. */
export async function listAppealsOf(
  ctx: Ctx,
  { personId, id }: { personId: string; id: string },
): Promise<NamedAppeal[]> {
  const appeals = (await listAppealsBy(ctx.db, personId)).filter(
    ({ qualificationId, applicationId, requestId }) =>
      [qualificationId, applicationId, requestId].includes(id),
  );
  const names = await ctx.ports.nameAccounts(ctx, [
    ...new Set(appeals.flatMap(({ deciderId }) => deciderId ?? [])),
  ]);
  return appeals.map((each) => ({
    ...each,
    deciderName: each.deciderId && (names.get(each.deciderId) ?? ''),
  }));
}
