import type { FoundTechnique, FoundTerm } from '~/domain/lexicon/types';
import { suggestNamesAndTitles } from '~/domain/search/suggest-names-and-titles.server';
import { pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';
import { DomainError } from '~/platform/errors';
import type { TitleSuggestion } from '~/platform/search/suggest-titles.server';
import { buildContext } from '~/web/build-context.server';
import type { MachineHandler } from '../machine-handler';
import { type SuggestionsAnswer, suggestionsQuery } from './suggestions-answer';

type Suggestion = SuggestionsAnswer['suggestions'][number];

const SPOKEN = { kk: 'cyrillic', ru: 'cyrillic', ja: 'kanji', en: 'romaji' } as const;

const ofTechnique = ({ id, names }: FoundTechnique, lang: Lang, t: Translate): Suggestion => ({
  ...{ kind: 'technique', kind_name: t('search:kind.technique'), id, path: `/techniques/${id}` },
  ...{ title: names[SPOKEN[lang]], title_lang: lang },
  beside: lang === 'ja' ? { text: names.romaji, lang: 'en' } : { text: names.kanji, lang: 'ja' },
});

function ofTerm({ id, name }: FoundTerm, lang: Lang, t: Translate): Suggestion {
  const picked = pickText(name, lang);
  const japanese = lang === 'ja' ? null : (name.ja?.text ?? null);
  return {
    ...{ kind: 'term', kind_name: t('search:kind.term'), id, path: `/glossary#${id}` },
    ...{ title: picked.text, title_lang: picked.lang },
    beside: japanese === null ? null : { text: japanese, lang: 'ja' },
  };
}

const ofTitle = ({ kind, id, path, title, lang }: TitleSuggestion, t: Translate): Suggestion => ({
  ...{ kind, kind_name: t(`search:kind.${kind}`), id, path, title, title_lang: lang, beside: null },
});

/** `GET /api/v1/suggestions?q=&lang=`: what somebody who types may mean. */
export const suggestions: MachineHandler = async (req, res, services) => {
  const query = suggestionsQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'shell.bad-query');
  const { q, lang } = query.data;
  const ctx = buildContext(services, { actor: null, lang, requestId: res.locals.requestId });
  const { techniques, terms, titles, alike } = await suggestNamesAndTitles(ctx, { q });
  const t = translator(lang);
  const all = [
    ...techniques.map((technique) => ofTechnique(technique, lang, t)),
    ...terms.map((term) => ofTerm(term, lang, t)),
    ...titles.map((title) => ofTitle(title, t)),
    ...alike.map((technique) => ofTechnique(technique, lang, t)),
  ];
  const summary = all.length > 0 ? t('search:suggested', { count: all.length }) : t('search:suggested-none');
  const answer: SuggestionsAnswer = { suggestions: all, summary };
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }).json(answer);
};
