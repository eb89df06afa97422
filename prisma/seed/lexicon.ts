import { addRelation } from '~/domain/lexicon/add-relation.server';
import { addTechnique } from '~/domain/lexicon/add-technique.server';
import { addTerms } from '~/domain/lexicon/add-terms.server';
import type { AddTechniqueInput, TermCategory } from '~/domain/lexicon/inputs';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { isDomainError } from '~/platform/errors';
import { asInstallation } from './installation';
import { type FiledTechnique, type FiledTerm, type LexiconFiles, readLexicon } from './lexicon-files';
import { partsOf } from './name-parts';

type Alias = AddTechniqueInput['aliases'][number];

function scriptOf(text: string): Alias['script'] {
  if (/\p{Script=Han}/u.test(text)) return 'kanji';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'kana';
  return /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
}

const LANG_OF: Record<Alias['script'], Lang> = { kanji: 'ja', kana: 'ja', cyrillic: 'ru', latin: 'en' };

/** Sources as they are called in the language of the name; a name from elsewhere is general knowledge. */
const SOURCES: Readonly<Record<string, string>> = {
  'FDR kyu programme 2025 (stored copy)': 'Положение о кю Федерации дзюдо России, 2025, приложение 2',
};

const named = (text: string, kind: Alias['kind'], source = ''): Alias => {
  const script = scriptOf(text);
  return { text, script, kind, lang: LANG_OF[script], source };
};

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, '');

/** 'rear naked choke' says what is done; Japanese words end in a vowel or n: 'kouchi sutemi' is a name. */
const isEnglish = (text: string): boolean => / /.test(text) && /[b-df-hj-mp-tv-xz]( |$)/.test(text);

/** Further names, each spelling once and none that is official already. */
function aliasesOf(technique: FiledTechnique, files: LexiconFiles): Alias[] {
  const { kanji, kana, romaji, cyrillic, russian_name: russian } = technique;
  const wanted = [
    ...technique.kanji_variants.map((text) => named(text, 'spelling')),
    ...technique.other_names.map((text) => named(text, isEnglish(text) ? 'descriptive' : 'other')),
    ...(russian ? [named(russian.text, 'descriptive', SOURCES[russian.source])] : []),
    ...(files.aliases[technique.id] ?? []).map(({ text, kind, lang }) => ({ ...named(text, kind), lang })),
  ];
  const seen = new Set([kanji, kana, romaji, cyrillic.common, cyrillic.polivanov].map(letters));
  return wanted.filter(({ text }) => !seen.has(letters(text)) && seen.add(letters(text)));
}

function inputOf(technique: FiledTechnique, files: LexiconFiles): AddTechniqueInput {
  const { id, kanji, kana, romaji, cyrillic, english: en } = technique;
  const parts = partsOf(kanji, kana, files.elements);
  if (!parts) throw new Error(`The name ${kanji} (${kana}) is not made of the pieces of elements.json`);
  return {
    id,
    position: technique.order,
    numberInClass: technique.number_in_class,
    class: technique.class,
    set: technique.kodokan_set,
    names: { kanji, kana, romaji, cyrillic: cyrillic.common, polivanov: cyrillic.polivanov },
    parts,
    elements: files.elements
      .filter((element) => parts.some((part) => part.kanji === element.kanji))
      .map(({ kanji: piece, kana: reading, ...texts }) => ({
        ...{ kanji: piece, kana: reading },
        meaning: authored('en', texts, ['kk', 'ja']),
      })),
    meaning: authored('en', { en, ...files.meanings[id] }, ['kk', 'ja']),
    restrictions: files.restrictions[id] ?? [],
    aliases: aliasesOf(technique, files),
  };
}

const CATEGORIES: Readonly<Record<string, TermCategory>> = {
  judo: 'judo',
  safety: 'safety',
  learning: 'learning',
  'people and organisations': 'people',
  'qualification and register': 'qualification',
  exchange: 'exchange',
};

function termOf(term: FiledTerm, position: number) {
  const { id, en, ru, kk, ja, quality } = term;
  const category = CATEGORIES[term.category];
  if (!category) throw new Error(`The category ${term.category} of ${id} is unknown`);
  const machine = (['kk', 'ja'] as const).filter((lang) => quality[lang] === 'machine');
  const name = authored('en', { en, ru, kk, ja: ja.kanji }, machine);
  return { id, position, category, name, reading: ja.kana };
}

const DONE = 'lexicon.loaded';

/**
 * Loads the Kodokan's hundred techniques, how they are tied, and the glossary: every installation has them, not only
 * the demo. Once loaded they belong to the editors; a load that was killed goes on.
 */
export async function seedLexicon(ctx: Ctx): Promise<void> {
  const setUp = asInstallation(ctx);
  if (await ctx.db.auditEvent.findFirst({ where: { act: DONE } })) return;
  const files = await readLexicon();
  const known = await listTechniques(setUp, listTechniquesInput.parse({}));
  const ids = new Set(known.techniques.map(({ id }) => id));
  for (const technique of files.techniques)
    if (!ids.has(technique.id)) await addTechnique(setUp, inputOf(technique, files));
  await tie(setUp, files);
  await addTerms(
    setUp,
    files.terms.map((term, index) => termOf(term, index + 1)),
  );
  await inTransaction(setUp, (tx) =>
    recordAct(tx, { act: DONE, subject: { type: 'lexicon', id: '1' }, detail: {} }),
  );
}

/** Ties that the name itself tells have it as their source; the others are general knowledge. */
async function tie(ctx: Ctx, { relations }: LexiconFiles): Promise<void> {
  for (const { kind, from, to, byName } of relations) {
    const wanted = { kind, fromId: from, other: to, source: byName ? 'Kodokan' : '' };
    await addRelation(ctx, wanted).catch((error: unknown) => {
      if (!isDomainError(error) || error.kind !== 'conflict') throw error;
    });
  }
}
