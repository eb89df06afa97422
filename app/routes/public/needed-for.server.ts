import { withParts } from '~/domain/frameworks/inputs';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** Names of the levels whose rules ask for the course today, to award a level or to keep it. */
export async function levelsThatNeed(ctx: Ctx, slug: string): Promise<LocalizedText[]> {
  const ref = `course:${slug}`;
  return (await listLevels(ctx))
    .filter(
      ({ ruleSet }) =>
        ruleSet &&
        (withParts(ruleSet.prerequisites).some((part) => 'ref' in part && part.ref === ref) ||
          ruleSet.components.some((part) => part.ref === ref)),
    )
    .map(({ name }) => name);
}
