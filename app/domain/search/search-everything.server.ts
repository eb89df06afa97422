import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import type { FoundTechnique, FoundTerm, TechniqueNames } from '~/domain/lexicon/types';
import type { Ctx } from '~/platform/context';
import { type FoundDocuments, findDocuments } from '~/platform/search/find-documents.server';
import { isMistyped } from '~/platform/search/text/edit-distance';
import { isDocumentKind } from '~/platform/search/types';
import { findTerms } from './find-terms.server';
import type { SearchEverythingInput } from './inputs';

export type Everything = {
  techniques: FoundTechnique[];
  terms: FoundTerm[];
  /** Techniques that look or sound like the words, when no name is met. */
  alike: FoundTechnique[];
  /** How many are met, shown or not. */
  counts: { technique: number; term: number };
  documents: FoundDocuments;
  /** The technique the search is narrowed to. */
  technique: { id: string; names: TechniqueNames } | null;
};

/** More of the lexicon are never met by words that mean something. */
const MOST = 100;

/** Beside everything else only the best of the lexicon are shown. */
const FEW = 4;

const isMet = ({ quality }: { quality: FoundTechnique['quality'] }): boolean => quality !== 'similar';

/** Where texts are found, only names that are the words with a slip are worth a line. */
const alikeOf = (techniques: readonly FoundTechnique[], q: string, { kinds }: FoundDocuments) =>
  Object.keys(kinds).length === 0
    ? techniques
    : techniques.filter(({ matched }) => isMistyped(q, matched.text));

/** The lexicon, and every text that the reader may know of. The pages after the first hold texts alone. */
export async function searchEverything(ctx: Ctx, input: SearchEverythingInput): Promise<Everything> {
  const { q, kind, after } = input;
  const asked = { q, lang: ctx.lang, limit: MOST };
  const [techniques, terms, documents, named] = await Promise.all([
    searchTechniques(ctx, asked),
    findTerms(ctx, asked),
    findDocuments(ctx, {
      ...{ q, after: after ?? null, textLang: input.in ?? null },
      kind: isDocumentKind(kind) ? kind : null,
      techniqueIds: input.technique ? [input.technique] : [],
    }),
    listTechniqueNames(ctx, input.technique ? [input.technique] : []),
  ]);
  const met = techniques.filter(isMet);
  const metTerms = terms.filter(isMet);
  const shownOf = <T>(found: readonly T[], own: 'technique' | 'term'): T[] => {
    if (after || (kind !== undefined && kind !== own)) return [];
    return found.slice(0, kind === own ? MOST : FEW);
  };
  const technique = input.technique ? named.get(input.technique) : undefined;
  return {
    techniques: shownOf(met, 'technique'),
    terms: shownOf(metTerms, 'term'),
    alike:
      met.length + metTerms.length === 0 && !after ? alikeOf(techniques, q, documents).slice(0, FEW) : [],
    counts: { technique: met.length, term: metTerms.length },
    documents,
    technique: technique ? { id: technique.id, names: technique.names } : null,
  };
}
