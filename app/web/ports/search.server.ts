import { reindexTracks } from '~/domain/captions/reindex-tracks.server';
import { reindexCourses } from '~/domain/catalogue/reindex-courses.server';
import { listEnrolledCourses } from '~/domain/learning/list-enrolled-courses.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import type { FoundTechnique, FoundTerm, MatchQuality } from '~/domain/lexicon/types';
import { indexRecordings } from '~/domain/recordings/index-recordings.server';
import { findTerms } from '~/domain/search/find-terms.server';
import { reindexSeminars } from '~/domain/seminars/reindex-seminars.server';
import { langsOf } from '~/i18n/content';
import type { Ports } from '~/platform/ports';
import type { Meaning } from '~/platform/search/ports';
import { isMistyped } from '~/platform/search/text/edit-distance';
import { heldLevels } from './held-levels.server';

/** A name written in full, or in full on the wrong keyboard, means the thing. */
const SURE: readonly MatchQuality[] = ['exact', 'layout'];

/** The beginning of a name, or words of a descriptive one, may mean it. */
const LIKELY: readonly MatchQuality[] = ['prefix', 'words'];

/** So many techniques or terms share a name at most: «подсечка» names a family. */
const MOST_MEANT = 8;

const spellingsOf = ({ names, matched }: FoundTechnique): string[] => [
  ...Object.values(names),
  ...(matched.kind === 'meaning' ? [] : [matched.text]),
];

const wordsOf = ({ name, reading }: FoundTerm): string[] => [
  ...langsOf(name).map((lang) => name[lang]?.text ?? ''),
  reading,
];

const meaning = (techniques: readonly FoundTechnique[], terms: readonly FoundTerm[]): Meaning => ({
  names: [...techniques.flatMap(spellingsOf), ...terms.flatMap(wordsOf)],
  techniqueIds: techniques.map(({ id }) => id),
  termIds: terms.map(({ id }) => id),
});

/** What the search asks of learning, licensing and the lexicon, and where its texts come from. */
export const searchPorts: Pick<Ports, 'searchAudiences' | 'meaningOf' | 'searchSources'> = {
  async searchAudiences(ctx) {
    if (!ctx.actor) return ['public'];
    const [courses, levels] = await Promise.all([listEnrolledCourses(ctx), heldLevels(ctx)]);
    return [
      'public',
      'account',
      ...courses.map((id) => `enrolled:${id}` as const),
      ...levels.map((id) => `qualified:${id}` as const),
    ];
  },
  async meaningOf(ctx, q) {
    const asked = { q, lang: ctx.lang, limit: MOST_MEANT };
    const [techniques, terms] = await Promise.all([searchTechniques(ctx, asked), findTerms(ctx, asked)]);
    const isSure = ({ quality }: { quality: MatchQuality }) => SURE.includes(quality);
    return {
      sure: meaning(techniques.filter(isSure), terms.filter(isSure)),
      near: meaning(
        techniques
          .filter(({ quality, matched }) => LIKELY.includes(quality) || isMistyped(q, matched.text))
          .slice(0, 1),
        terms.filter(({ quality }) => LIKELY.includes(quality)).slice(0, 1),
      ),
    };
  },
  searchSources: [reindexCourses, indexRecordings, reindexTracks, reindexSeminars],
};
