import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

/** Query of `GET /api/v1/suggestions`. */
export const suggestionsQuery = z.object({
  q: z
    .string()
    .max(200)
    .default('')
    .meta({ description: 'The beginning of a name or a title, in any language and script.' }),
  lang: z.enum(LANGS).default('en').meta({ description: 'The reader’s language.' }),
});

const lang = z.enum(LANGS);

export const suggestionsAnswer = z
  .object({
    suggestions: z.array(
      z
        .object({
          kind: z.string().meta({ description: 'technique, term, course, lesson, …' }),
          kind_name: z.string().meta({ description: 'The kind in the reader’s language.' }),
          id: z.string(),
          title: z.string(),
          title_lang: lang,
          beside: z
            .object({ text: z.string(), lang })
            .strict()
            .nullable()
            .meta({ description: 'The same name in another script.' }),
          path: z.string().meta({ description: 'The page’s address without its language.' }),
        })
        .strict(),
    ),
    summary: z.string().meta({ description: 'How many there are, in words, for screen readers.' }),
  })
  .strict();
export type SuggestionsAnswer = z.infer<typeof suggestionsAnswer>;
