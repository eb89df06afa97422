import { getPath, type Path } from '~/domain/applications/get-path.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Ctx } from '~/platform/context';
import type { Titles } from '~/ui/applications/finding-steps';
import { refsOfFindings, refTitles } from './ref-titles.server';

export type NextLevel = { path: Path; titles: Titles };

/** The lowest level that the coach does not hold, with what is met and missing; null when there is none. */
export async function loadNextLevel(ctx: Ctx): Promise<NextLevel | null> {
  const { levels, licences } = await listOwnQualifications(ctx);
  const held = new Set(licences.map(({ level }) => level.id));
  const next = levels.find(({ id, ruleSet }) => ruleSet && !held.has(id));
  if (!next) return null;
  const path = await getPath(ctx, { level: next.slug });
  return { path, titles: await refTitles(ctx, refsOfFindings(path.findings), [path.level]) };
}
