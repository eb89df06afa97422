import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { countWaiting, selectWaiting } from './data/texts.server';
import { type ListWaitingTextsInput, TEXT_KINDS, TEXTS_PAGE, type TextKind } from './inputs';
import { languagesToConfirm, mayEditLexicon } from './policy';
import type { WaitingText } from './types';

export type WaitingTexts = {
  texts: WaitingText[];
  next: string | null;
  /** What waits in each language; languages in which nothing waits are left out. */
  counts: { lang: Lang; count: number; byKind: Record<TextKind, number> }[];
  /** The languages whose texts the reader may confirm. */
  own: Lang[];
};

/** Texts of a machine that wait for a native reader of the language, one page of them. Errors: forbidden. */
export async function listWaitingTexts(ctx: Ctx, input: ListWaitingTextsInput): Promise<WaitingTexts> {
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  const { lang, kind, after } = input;
  const found = await selectWaiting(ctx.db, { lang, kind, after, take: TEXTS_PAGE + 1 });
  const counted = await countWaiting(ctx.db);
  const countOf = (ofLang: Lang, ofKind: TextKind) =>
    counted.find((row) => row.lang === ofLang && row.kind === ofKind)?.count ?? 0;
  const counts = LANGS.map((one) => {
    const byKind = {
      technique: countOf(one, 'technique'),
      element: countOf(one, 'element'),
      term: countOf(one, 'term'),
    };
    return { lang: one, count: TEXT_KINDS.reduce((sum, name) => sum + byKind[name], 0), byKind };
  });
  const texts = found.slice(0, TEXTS_PAGE);
  return {
    texts,
    next: found.length > TEXTS_PAGE ? (texts.at(-1)?.ref ?? null) : null,
    counts: counts.filter(({ count }) => count > 0),
    own: languagesToConfirm(ctx.actor),
  };
}
