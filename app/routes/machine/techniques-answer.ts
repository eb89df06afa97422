import { z } from 'zod';
import { CLASSES, QUERY_MAX } from '~/domain/lexicon/inputs';
import { LANGS } from '~/i18n/locales';
import { isCleanText } from '~/platform/input';

/** Query of `GET /api/v1/techniques`. */
export const techniquesQuery = z.object({
  q: z.string().max(QUERY_MAX).refine(isCleanText, 'characters').default('').meta({
    description: 'A name in any script and spelling; without it the whole list in the order of the Kodokan.',
  }),
  lang: z.enum(LANGS).default('en').meta({ description: 'The language of names and meanings.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const techniquesAnswer = z
  .object({
    techniques: z.array(
      z
        .object({
          id: z.string().meta({ description: 'The slug of the technique, as in its address.' }),
          name: z.string().meta({ description: 'As readers of the language write it.' }),
          kanji: z.string(),
          kana: z.string(),
          romaji: z.string(),
          cyrillic: z.string(),
          meaning: z.string(),
          meaning_lang: z.enum(LANGS),
          class: z.enum(CLASSES),
          quality: z
            .enum(['exact', 'prefix', 'words', 'part', 'layout', 'similar'])
            .nullable()
            .meta({ description: 'How the name meets the search; null without one.' }),
        })
        .strict(),
    ),
    total: z.int().meta({ description: 'All techniques, found or not.' }),
  })
  .strict();
