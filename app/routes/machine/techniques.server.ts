import type { z } from 'zod';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import type { FoundTechnique } from '~/domain/lexicon/types';
import { pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import type { MachineHandler } from './machine-handler';
import { type techniquesAnswer, techniquesQuery } from './techniques-answer';

type Item = z.infer<typeof techniquesAnswer>['techniques'][number];
type Shown = Pick<FoundTechnique, 'id' | 'names' | 'class' | 'meaning'>;

function itemOf({ id, names, class: ofClass, meaning }: Shown, lang: Lang, quality: Item['quality']): Item {
  const { kanji, kana, romaji, cyrillic } = names;
  const picked = pickText(meaning, lang);
  const name = { ja: kanji, en: romaji, kk: cyrillic, ru: cyrillic }[lang];
  return {
    ...{ id, name, kanji, kana, romaji, cyrillic },
    meaning: picked.text,
    meaning_lang: picked.lang,
    class: ofClass,
    quality,
  };
}

/** `GET /api/v1/techniques?q=&lang=&limit=`: techniques by their names, best first. */
export const techniques: MachineHandler = async (req, res, services) => {
  const query = techniquesQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'shell.bad-query');
  const { q, lang, limit } = query.data;
  const ctx = buildContext(services, { actor: null, lang, requestId: res.locals.requestId });
  const list = await listTechniques(ctx, listTechniquesInput.parse({}));
  const found =
    q.trim() === ''
      ? list.techniques.slice(0, limit).map((technique) => itemOf(technique, lang, null))
      : (await searchTechniques(ctx, { q, lang, limit })).map((one) => itemOf(one, lang, one.quality));
  const answer: z.infer<typeof techniquesAnswer> = { techniques: found, total: list.counts.all };
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }).json(answer);
};
