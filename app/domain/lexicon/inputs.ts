import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { id, line, optionalLine } from '~/platform/input';

export const THROW_CLASSES = [
  'te-waza',
  'koshi-waza',
  'ashi-waza',
  'ma-sutemi-waza',
  'yoko-sutemi-waza',
] as const;
export const GROUND_CLASSES = ['osaekomi-waza', 'shime-waza', 'kansetsu-waza'] as const;
export const CLASSES = [...THROW_CLASSES, ...GROUND_CLASSES] as const;
export const techniqueClass = z.enum(CLASSES);
export type TechniqueClass = z.infer<typeof techniqueClass>;

export const GROUPS = ['nage-waza', 'katame-waza'] as const;
export type TechniqueGroup = (typeof GROUPS)[number];

/** The five sets of the gokyo of 1920, what was left out of it, later names, and the names of 2017. */
export const SETS = [
  'dai-ikkyo',
  'dai-nikyo',
  'dai-sankyo',
  'dai-yonkyo',
  'dai-gokyo',
  'habukareta-waza',
  'shinmeisho-no-waza',
  'added-2017',
] as const;
export const traditionalSet = z.enum(SETS);
export type TraditionalSet = z.infer<typeof traditionalSet>;

export const SCRIPTS = ['latin', 'cyrillic', 'kanji', 'kana'] as const;
export const nameScript = z.enum(SCRIPTS);
export type NameScript = z.infer<typeof nameScript>;

/**
 * official: one of the five spellings every technique has; spelling: another way to write it; other: a name used in
 * clubs; descriptive: says what is done; sambo: its name in sambo; meaning: what the name says.
 */
export const NAME_KINDS = ['official', 'spelling', 'other', 'descriptive', 'sambo', 'meaning'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** What an editor may add. */
export const ALIAS_KINDS = ['spelling', 'other', 'descriptive', 'sambo'] as const;
export const aliasKind = z.enum(ALIAS_KINDS);
export type AliasKind = z.infer<typeof aliasKind>;

/** counter: against the first; combination: after the first; continuation: on the ground after the first. */
export const RELATION_KINDS = ['counter', 'combination', 'continuation'] as const;
export const relationKind = z.enum(RELATION_KINDS);
export type RelationKind = z.infer<typeof relationKind>;

export const RESTRICTION_RULES = [
  'chokes',
  'triangle',
  'locks',
  'scissors',
  'two-hand-reap',
  'leg-grab',
  'both-knees',
  'wrap-around',
  'neck-hold',
  'back-throw',
  'both-sleeves',
  'contest-banned',
  'contest-leg-grab',
] as const;
export const restrictionRule = z.enum(RESTRICTION_RULES);
export type RestrictionRule = z.infer<typeof restrictionRule>;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const lang = z.enum(LANGS);
const source = z.object({ title: z.string().min(1).max(300), url: z.url().max(500) });
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const namePart = z.object({ kanji: line(20), kana: line(40) });
export const restriction = z.object({ rule: restrictionRule, source: source.nullable() });

/** A spelling with what is known of it; `source` empty: general knowledge. */
const alias = z.object({
  text: line(120),
  script: nameScript,
  kind: aliasKind,
  lang: optional(lang),
  source: optionalLine(300),
});

/** A piece of names by itself: its usual reading and what it says. */
const element = z.object({ kanji: line(20), kana: line(40), meaning: localizedText });

export const addTechniqueInput = z.object({
  id: slug,
  position: z.number().int().min(1),
  numberInClass: z.number().int().min(1),
  class: techniqueClass,
  set: traditionalSet.nullable(),
  names: z.object({
    kanji: line(40),
    kana: line(80),
    romaji: line(80),
    cyrillic: line(80),
    polivanov: line(80),
  }),
  parts: z.array(namePart).min(1).max(12),
  elements: z.array(element),
  meaning: localizedText,
  restrictions: z.array(restriction).max(12),
  aliases: z.array(alias).max(60),
});
export type AddTechniqueInput = z.input<typeof addTechniqueInput>;

export const TERM_CATEGORIES = ['judo', 'safety', 'learning', 'people', 'qualification', 'exchange'] as const;
export const termCategory = z.enum(TERM_CATEGORIES);
export type TermCategory = z.infer<typeof termCategory>;

export const addTermInput = z.object({
  id: slug,
  position: z.number().int().min(1),
  category: termCategory,
  name: localizedText,
  reading: line(120),
});
export type AddTermInput = z.input<typeof addTermInput>;

/** The form on a technique's page; whose name it is, the address says. */
export const addAliasForm = alias;
export const addAliasInput = alias.extend({ techniqueId: slug });
export type AddAliasInput = z.input<typeof addAliasInput>;

export const aliasInput = z.object({ aliasId: id });

/** The related technique by its id or any of its names. */
export const addRelationForm = z.object({ kind: relationKind, other: line(120), source: optionalLine(300) });
export const addRelationInput = addRelationForm.extend({ fromId: slug });
export type AddRelationInput = z.input<typeof addRelationInput>;

export const relationInput = z.object({ relationId: id });

export const TEXT_KINDS = ['technique', 'element', 'term'] as const;
export const textKind = z.enum(TEXT_KINDS);
export type TextKind = z.infer<typeof textKind>;

/** A text that waits for a native reader: 'technique:uchi-mata'. */
export const textRef = z
  .string()
  .max(120)
  .regex(/^(technique|element|term):.{1,100}$/u);

/** At most so many texts are confirmed at once. */
export const TEXTS_PAGE = 25;

export const confirmTextsForm = z.object({
  lang,
  /** One or several of a page, as they stand. */
  refs: z.preprocess((value) => [value ?? []].flat(), z.array(textRef).min(1).max(TEXTS_PAGE)),
});
export const correctTextForm = z.object({ lang, ref: textRef, text: line(500) });

/** Texts with what a native reader changed in them; without `text` they are right as they stand. */
export const confirmTextsInput = z.object({
  lang,
  texts: z
    .array(z.object({ ref: textRef, text: line(500).optional() }))
    .min(1)
    .max(TEXTS_PAGE),
});
export type ConfirmTextsInput = z.input<typeof confirmTextsInput>;

export const listWaitingTextsInput = z.object({
  lang,
  kind: textKind.optional().catch(undefined),
  after: z.string().max(120).optional().catch(undefined),
});
export type ListWaitingTextsInput = z.infer<typeof listWaitingTextsInput>;

/** At most so many characters of a search are read; longer ones are refused by the addresses. */
export const QUERY_MAX = 200;

export const searchInput = z.object({
  q: z.string().max(QUERY_MAX),
  lang,
  limit: z.number().int().min(1).max(100).default(20),
});
export type SearchInput = z.input<typeof searchInput>;

export const listTechniquesInput = z.object({
  q: z.string().max(QUERY_MAX).catch('').default(''),
  by: z.enum(['class', 'set']).catch('class').default('class'),
  group: z.enum(GROUPS).optional().catch(undefined),
  class: techniqueClass.optional().catch(undefined),
  set: traditionalSet.optional().catch(undefined),
  /** Only what no rule for children restricts. */
  children: z.literal('1').optional().catch(undefined),
});
export type ListTechniquesInput = z.infer<typeof listTechniquesInput>;

export const listTermsInput = z.object({
  q: z.string().max(QUERY_MAX).catch('').default(''),
  category: termCategory.optional().catch(undefined),
});
export type ListTermsInput = z.infer<typeof listTermsInput>;
