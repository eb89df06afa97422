import type { Ctx } from '~/platform/context';
import { listAppealsBy } from './data/appeals.server';

/** A person's appeals, without other people's accounts, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const appeals = await listAppealsBy(ctx.db, personId);
  return { appeals: appeals.map(({ deciderId: _decider, ...appeal }) => appeal) };
}
