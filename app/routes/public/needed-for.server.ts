import type { Requirement } from '~/domain/frameworks/inputs';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

function asksFor(requirement: Requirement, ref: string): boolean {
  if (requirement.kind === 'course' || requirement.kind === 'quiz-score') return requirement.ref === ref;
  return 'of' in requirement && requirement.of.some((part) => asksFor(part, ref));
}

/** Names of the levels whose rules ask for the course today, to award a level or to keep it. */
export async function levelsThatNeed(ctx: Ctx, slug: string): Promise<LocalizedText[]> {
  const ref = `course:${slug}`;
  return (await listLevels(ctx))
    .filter(
      ({ ruleSet }) =>
        ruleSet &&
        (asksFor(ruleSet.prerequisites, ref) || ruleSet.components.some((part) => part.ref === ref)),
    )
    .map(({ name }) => name);
}
