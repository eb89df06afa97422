import type { Ctx } from '~/platform/context';
import { listOfAny } from './data/unions.server';

/**
 * Those of the people whose record was ever joined with another one, or is proposed to be. For other domains: it does
 * not ask who looks.
 */
export async function findJoined(
  ctx: Ctx,
  { personIds }: { personIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const asked = new Set(personIds);
  const unions = asked.size === 0 ? [] : await listOfAny(ctx.db, [...asked]);
  return new Set(
    unions.flatMap(({ keptId, absorbedId }) => [keptId, absorbedId]).filter((id) => asked.has(id)),
  );
}
