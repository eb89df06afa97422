import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Ctx } from '~/platform/context';

/** Ids of the levels that the actor holds; they count while their licence may be used. */
export async function heldLevels(ctx: Ctx): Promise<string[]> {
  const { licences } = await listOwnQualifications(ctx);
  return licences
    .filter(({ standing }) => ['active', 'renewable'].includes(standing.state))
    .map(({ level }) => level.id);
}
