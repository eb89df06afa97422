import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { forbiddenForChildren } from '../rules/safe-for-children';

type Course = { slug: string; techniqueIds: readonly string[]; termIds: readonly string[] };

/**
 * Which of the courses teach something that no children's group may be offered, and the first such thing. One
 * statement, whatever their number. Throws invalid for a technique that the lexicon does not have.
 */
export async function findForbidden(
  ctx: Ctx,
  courses: readonly Course[],
): Promise<{ slug: string; what: string }[]> {
  const ids = [...new Set(courses.flatMap(({ techniqueIds }) => techniqueIds))];
  const techniques = await listTechniqueNames(ctx, ids);
  const unknown = ids.find((id) => !techniques.has(id));
  if (unknown !== undefined)
    throw new DomainError('invalid', 'catalogue.no-such-technique', { params: { what: unknown } });
  return courses.flatMap(({ slug, techniqueIds, termIds }) => {
    const classes = new Map(techniqueIds.map((id) => [id, techniques.get(id)?.class ?? '']));
    const [what] = forbiddenForChildren({ classes, termIds });
    return what === undefined ? [] : [{ slug, what }];
  });
}
