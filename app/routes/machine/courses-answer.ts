import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

/** Query of `GET /api/v1/courses`. */
export const coursesQuery = z.object({
  q: z.string().max(200).default('').meta({
    description:
      'Words of title, summary or programme, in any form, language and script; or the name of a technique. The best come first.',
  }),
  lang: z.enum(LANGS).default('en').meta({ description: 'The language of the titles.' }),
  after: z.string().max(100).optional().meta({ description: '`next` of the page before.' }),
});

export const coursesAnswer = z
  .object({
    courses: z.array(
      z
        .object({
          id: z.string().meta({ description: 'The slug of the course, as in its address.' }),
          title: z.string(),
          title_lang: z
            .enum(LANGS)
            .meta({ description: 'Another language than the one asked for where there is no translation.' }),
          level: z.int(),
          hours: z.number(),
          open: z.boolean().meta({ description: 'Whether one can enrol.' }),
        })
        .strict(),
    ),
    total: z.int().meta({ description: 'All courses of the catalogue, found or not.' }),
    next: z.string().nullable(),
  })
  .strict();
