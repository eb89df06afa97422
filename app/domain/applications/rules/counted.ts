import { grantedKeys } from '~/domain/equivalences/inputs';
import type { InForce } from '~/domain/equivalences/types';
import { externalOf } from '~/domain/externals/inputs';
import type { LocalizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';
import type { CountedFact } from './eligibility';

type Paper = {
  id: string;
  sourceId: string;
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

function byGrant({ id, ref, title, occurredOn, validUntil }: Paper, level: string): CountedFact[] {
  const by = { kind: 'grant' as const, id, paper: title, on: occurredOn, conditions: null };
  return grantedKeys(ref, level).map((key) => ({ key, since: occurredOn, validUntil, by }));
}

/**
 * What papers of others stand in for on the way to a level: by equivalences in force on the day, while the paper is
 * valid, and by decisions for the person alone, until their last day or the day on which they were taken back.
 */
export function countedFacts(
  papers: readonly Paper[],
  inForce: readonly InForce[],
  { level, on }: { level: { id: string; slug: string }; on: LocalDate },
): CountedFact[] {
  const revoked = new Set(
    papers.flatMap(({ type, sourceId, occurredOn }) =>
      type === 'equivalence_revoked' && occurredOn <= on ? sourceId : [],
    ),
  );
  return papers.flatMap((paper): CountedFact[] => {
    const { type } = paper;
    if (type === 'equivalence' && isLive(paper, on) && !revoked.has(paper.sourceId))
      return byGrant(paper, level.slug);
    const external = type === 'external' && isLive(paper, on) ? externalOf(paper.ref) : null;
    return inForce
      .filter((each) => each.external === external && each.levelId === level.id)
      .flatMap((each) => byEquivalence(paper, each));
  });
}
