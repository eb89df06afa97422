import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Ctx } from '~/platform/context';
import { type Reach, reachOf } from '../policy';

/** Whose papers the actor sees, and the zone in which the office reads its clock. */
export async function loadReach(ctx: Ctx): Promise<{ reach: Reach; zone: string }> {
  const frameworks = (await listLevels(ctx)).map(({ framework }) => framework);
  const reach = reachOf(
    ctx.actor,
    frameworks.map(({ path }) => path),
  );
  return { reach, zone: frameworks[0]?.zone ?? 'UTC' };
}
