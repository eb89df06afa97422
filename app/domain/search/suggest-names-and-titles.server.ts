import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import type { FoundTechnique, FoundTerm, MatchQuality } from '~/domain/lexicon/types';
import type { Ctx } from '~/platform/context';
import { suggestTitles, type TitleSuggestion } from '~/platform/search/suggest-titles.server';
import { findTerms } from './find-terms.server';
import type { SuggestInput } from './inputs';

export type Suggested = {
  techniques: FoundTechnique[];
  terms: FoundTerm[];
  titles: TitleSuggestion[];
  /** Techniques that look or sound alike, when little else is there. */
  alike: FoundTechnique[];
};

/** What begins with the letters typed, or is them on the wrong keyboard. */
const STRONG: readonly MatchQuality[] = ['exact', 'prefix', 'layout'];
const MOST = { techniques: 4, terms: 2, titles: 3 };

/** Below so many, techniques that only look or sound alike are suggested too. */
const FEW = 4;

const isStrong = ({ quality }: { quality: MatchQuality }): boolean => STRONG.includes(quality);

/** What somebody who types may mean, the likeliest of each sort first. */
export async function suggestNamesAndTitles(ctx: Ctx, { q }: SuggestInput): Promise<Suggested> {
  const { lang } = ctx;
  const [found, foundTerms, titles] = await Promise.all([
    searchTechniques(ctx, { q, lang, limit: MOST.techniques + FEW }),
    findTerms(ctx, { q, limit: MOST.terms }),
    suggestTitles(ctx, { q, limit: MOST.titles }),
  ]);
  const techniques = found.filter(isStrong).slice(0, MOST.techniques);
  const terms = foundTerms.filter(isStrong);
  const missing = Math.max(0, FEW - techniques.length - terms.length - titles.length);
  return { techniques, terms, titles, alike: found.filter((one) => !isStrong(one)).slice(0, missing) };
}
