import { kindRules } from '~/domain/claims/inputs';
import type { ClaimKind } from '~/domain/claims/types';
import type { ExternalFramework } from '~/domain/externals/types';
import { plainText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Choice } from '~/ui/kit/field';

/** The known papers that a claim of this kind may be of: of dan grades the families, of others the levels. */
export function externalChoices(
  families: readonly ExternalFramework[],
  kind: ClaimKind,
  lang: Lang,
): Choice[] {
  const { grade, external } = kindRules(kind);
  if (!external) return [];
  if (grade)
    return families
      .filter(({ levels }) => levels.some((level) => level.grade !== null))
      .map(({ slug, issuer }) => ({ value: slug, label: plainText(issuer, lang) }));
  return families.flatMap(({ name, levels }) =>
    levels
      .filter((level) => level.grade === null)
      .map((level) => ({
        value: level.slug,
        label: `${plainText(name, lang)}: ${plainText(level.name, lang)}`,
      })),
  );
}

/** What is chosen in that list for a paper of a level; '' for another one. */
export function externalChoice(families: readonly ExternalFramework[], external: string | null): string {
  const family = families.find(({ levels }) => levels.some(({ slug }) => slug === external));
  const level = family?.levels.find(({ slug }) => slug === external);
  if (!family || !level) return '';
  return level.grade === null ? level.slug : family.slug;
}
