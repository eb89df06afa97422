import type { ExternalFramework, ExternalLevel } from '~/domain/externals/types';

type Chosen = { external: string | null; grade: number | null };

/**
 * The external level that was chosen: by its slug, or of a dan grade by the slug of its family. Null for another paper;
 * undefined when there is no such level.
 */
export function externalLevel(
  families: readonly ExternalFramework[],
  { external, grade }: Chosen,
): ExternalLevel | null | undefined {
  if (external === null) return null;
  if (grade !== null)
    return families.find(({ slug }) => slug === external)?.levels.find((each) => each.grade === grade);
  return families
    .flatMap(({ levels }) => levels)
    .find((each) => each.slug === external && each.grade === null);
}
