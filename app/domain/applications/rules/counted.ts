import { grantedKeys } from '~/domain/equivalences/inputs';
import type { InForce } from '~/domain/equivalences/types';
import { externalOf } from '~/domain/externals/inputs';
import type { LocalizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';
import type { CountedFact } from './eligibility';

type Paper = {
  id: string;
  type: string;
  ref: string;
  title: LocalizedText;
  occurredOn: LocalDate;
  validUntil: LocalDate | null;
};

/** Slugs of the external levels that papers on record are of, each once. */
export const externalsOf = (papers: readonly Pick<Paper, 'type' | 'ref'>[]): string[] => [
  ...new Set(papers.flatMap(({ type, ref }) => (type === 'external' ? (externalOf(ref) ?? []) : []))),
];

const hasWords = (text: LocalizedText): boolean => LANGS.some((lang) => text[lang]?.text);

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one && other ? (one < other ? one : other) : (one ?? other);

const isLive = ({ occurredOn, validUntil }: Paper, on: LocalDate): boolean =>
  occurredOn <= on && (validUntil === null || on <= validUntil);

function byEquivalence(paper: Paper, { id, counts, begins, conditions, validUntil }: InForce): CountedFact[] {
  const by = {
    kind: 'equivalence' as const,
    ...{ id, paper: paper.title, on: begins },
    conditions: hasWords(conditions) ? conditions : null,
  };
  const since = later(paper.occurredOn, begins);
  return counts.map((key) => ({ key, since, validUntil: earlier(paper.validUntil, validUntil), by }));
}

/**
 * What papers of others stand in for on the way to a level: by equivalences in force on the day, while the paper is
 * valid, and by decisions for the person alone, for ever.
 */
export function countedFacts(
  papers: readonly Paper[],
  inForce: readonly InForce[],
  { level, on }: { level: { id: string; slug: string }; on: LocalDate },
): CountedFact[] {
  return papers.flatMap((paper): CountedFact[] => {
    const { id, type, ref, title, occurredOn } = paper;
    if (type === 'equivalence' && occurredOn <= on) {
      const by = { kind: 'grant' as const, id, paper: title, on: occurredOn, conditions: null };
      return grantedKeys(ref, level.slug).map((key) => ({ key, since: occurredOn, validUntil: null, by }));
    }
    const external = type === 'external' && isLive(paper, on) ? externalOf(ref) : null;
    return inForce
      .filter((each) => each.external === external && each.levelId === level.id)
      .flatMap((each) => byEquivalence(paper, each));
  });
}
