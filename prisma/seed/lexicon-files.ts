import { z } from 'zod';
import {
  aliasKind,
  relationKind,
  restriction,
  techniqueClass,
  traditionalSet,
} from '~/domain/lexicon/inputs';
import { LANGS } from '~/i18n/locales';
import { readData } from './read-data';

const technique = z.object({
  id: z.string(),
  order: z.number(),
  number_in_class: z.number(),
  kanji: z.string(),
  kanji_variants: z.array(z.string()),
  kana: z.string(),
  romaji: z.string(),
  cyrillic: z.object({ polivanov: z.string(), common: z.string() }),
  english: z.string(),
  class: techniqueClass,
  kodokan_set: traditionalSet.nullable(),
  russian_name: z.object({ text: z.string(), source: z.string() }).nullable(),
  other_names: z.array(z.string()),
});
export type FiledTechnique = z.infer<typeof technique>;

const element = z.object({
  kanji: z.string(),
  kana: z.string(),
  ...{ en: z.string(), ru: z.string(), kk: z.string(), ja: z.string() },
});
export type FiledElement = z.infer<typeof element>;

const filedAlias = z.object({ kind: aliasKind, lang: z.enum(LANGS), text: z.string() });

const relation = z.object({ kind: relationKind, from: z.string(), to: z.string(), byName: z.boolean() });

const quality = z.enum(['machine', 'standard', 'seen in source']);
const term = z.object({
  id: z.string(),
  category: z.string(),
  ...{ en: z.string(), ru: z.string(), kk: z.string() },
  ja: z.object({ kanji: z.string(), kana: z.string() }),
  quality: z.object({ kk: quality, ja: quality }),
});
export type FiledTerm = z.infer<typeof term>;

async function read<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  const found = await readData(`lexicon/${name}.json`, schema);
  if (!found) throw new Error(`prisma/seed/data/lexicon/${name}.json is missing`);
  return found;
}

/** The files of prisma/seed/data/lexicon: the Kodokan's list and the glossary, and what was written to them. */
export async function readLexicon() {
  const { techniques } = await read('kodokan-waza', z.object({ techniques: z.array(technique) }));
  const { terms } = await read('judo-terms', z.object({ terms: z.array(term) }));
  const perTechnique = <T>(name: string, schema: z.ZodType<T>) => read(name, z.record(z.string(), schema));
  return {
    techniques,
    terms,
    elements: await read('elements', z.array(element)),
    meanings: await perTechnique('meanings', z.object({ ru: z.string(), kk: z.string(), ja: z.string() })),
    aliases: await perTechnique('aliases', z.array(filedAlias)),
    restrictions: await perTechnique('restrictions', z.array(restriction)),
    relations: await read('relations', z.array(relation)),
  };
}

export type LexiconFiles = Awaited<ReturnType<typeof readLexicon>>;
