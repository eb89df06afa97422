import type { Lang } from '~/i18n/locales';
import type { Ctx } from '../context';
import { foldText } from './text/fold-text';
import { withoutOkurigana } from './text/japanese';
import { type DocumentKind, KINDS } from './types';

export type TitleSuggestion = {
  kind: DocumentKind;
  id: string;
  /** Address without language. */
  path: string;
  title: string;
  lang: Lang;
};

/** The last sign of a range of beginnings: nothing that somebody types stands behind it. */
const LAST = '\u{10ffff}';

const LONGEST_BEGINNING = 80;

/** So many keys are read in each language and on each shelf; the rest of a common beginning is left out. */
const EACH = 8;

/**
 * A walk along the key index for each language and shelf: the cost does not grow with the number of documents.
 * Prepared past Prisma, because it runs with every key that is pressed.
 */
export const TITLES = {
  name: 'suggest-titles',
  text: `SELECT d.kind, d.thing_id AS id, d.path, d.title, d.lang
    FROM unnest($1::text[]) AS wanted (lang) CROSS JOIN (VALUES (1::smallint), (2::smallint)) AS s (shelf)
    CROSS JOIN unnest($2::text[], $3::text[]) AS range (first, last)
    CROSS JOIN LATERAL (
      SELECT k.document_id, k.key FROM search_key k
      WHERE k.lang = wanted.lang AND k.shelf = s.shelf
        AND k.key >= range.first COLLATE "C" AND k.key < range.last COLLATE "C"
      ORDER BY k.key COLLATE "C" LIMIT $5) key
    JOIN search_document d ON d.id = key.document_id
    WHERE d.audience = 'public' AND (d.available_until IS NULL OR d.available_until >= $4::date)
    ORDER BY array_position($1::text[], d.lang), s.shelf, key.key COLLATE "C"`,
};

const SCRIPTS: readonly (readonly [script: RegExp, langs: readonly Lang[]])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Cyrillic}/u, ['ru', 'kk']],
  [/\p{Script=Latin}/u, ['en', 'ru', 'kk', 'ja']],
];

/** The languages whose titles can begin so, the reader's own first. */
function langsFor(folded: string, own: Lang): Lang[] {
  const langs = SCRIPTS.find(([script]) => script.test(folded))?.[1] ?? (['ru', 'kk', 'en', 'ja'] as const);
  return [...langs].sort((a, b) => Number(b === own) - Number(a === own));
}

const rank = ({ kind }: TitleSuggestion): number => KINDS[kind].weight;

/**
 * Public titles of which a word begins as `q` does, the reader's language first, things before their parts; each thing
 * and each title once, at most `limit`.
 */
export async function suggestTitles(
  ctx: Ctx,
  { q, limit }: { q: string; limit: number },
): Promise<TitleSuggestion[]> {
  const folded = foldText(q).slice(0, LONGEST_BEGINNING);
  if (folded === '') return [];
  const bare = folded.split(' ').map(withoutOkurigana).join(' ').trim();
  const beginnings = [...new Set([folded, bare])].filter(Boolean);
  const rows = await ctx.query<TitleSuggestion>(TITLES, [
    langsFor(folded, ctx.lang),
    beginnings,
    beginnings.map((beginning) => beginning + LAST),
    ctx.clock.today('Asia/Almaty'),
    EACH,
  ]);
  const things = new Set<string>();
  const titles = new Set<string>();
  return rows
    .filter(({ kind, id, title }) => {
      const isNew = !things.has(`${kind} ${id}`) && !titles.has(title);
      things.add(`${kind} ${id}`);
      titles.add(title);
      return isNew;
    })
    .sort((a, b) => Number(b.lang === ctx.lang) - Number(a.lang === ctx.lang) || rank(b) - rank(a))
    .slice(0, limit);
}
