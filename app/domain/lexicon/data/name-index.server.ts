import { type LocalizedText, langsOf } from '~/i18n/content';
import { isLang } from '~/i18n/locales';
import type { Ctx, Db } from '~/platform/context';
import { aliasKind, type NameKind } from '../inputs';
import { buildIndex, type Entry, type IndexedName, type NameIndex } from '../rules/name-index';
import type { Readings } from '../rules/readings';
import type { ListedTechnique } from '../types';
import { readLexiconVersion } from './state.server';
import { selectNames, selectTechniques } from './techniques.server';

export type Prepared = {
  version: string;
  index: NameIndex;
  techniques: ReadonlyMap<string, ListedTechnique>;
};

/** For each database of this process the index of its last known version. */
const prepared = new WeakMap<Db, Prepared>();

/** The readings of characters as the names of techniques have them. */
export const readingsOf = (techniques: readonly ListedTechnique[]): Readings =>
  new Map(techniques.flatMap(({ parts }) => parts.map(({ kanji, kana }) => [kanji, kana] as const)));

const inEachLanguage = (text: LocalizedText, kind: NameKind): IndexedName[] =>
  langsOf(text).map((lang) => ({ text: text[lang]?.text ?? '', kind, lang }));

function officialNames({ names, meaning }: ListedTechnique): IndexedName[] {
  const official = (text: string, lang: IndexedName['lang']) => ({ text, kind: 'official' as const, lang });
  return [
    official(names.romaji, 'en'),
    official(names.kanji, 'ja'),
    official(names.kana, 'ja'),
    official(names.cyrillic, 'ru'),
    official(names.polivanov, 'ru'),
    ...inEachLanguage(meaning, 'meaning'),
  ];
}

async function prepare(db: Db, version: string): Promise<Prepared> {
  const techniques = await selectTechniques(db);
  const added = new Map<string, IndexedName[]>();
  for (const { techniqueId, text, kind, lang } of await selectNames(db)) {
    const name = { text, kind: aliasKind.parse(kind), lang: isLang(lang) ? lang : null };
    added.set(techniqueId, [...(added.get(techniqueId) ?? []), name]);
  }
  const entries = techniques.map((technique): Entry => {
    const { id, position } = technique;
    const names = [...officialNames(technique), ...(added.get(id) ?? [])];
    return { id, position, names, parts: technique.parts.map(({ kana }) => kana) };
  });
  const index = buildIndex(entries, readingsOf(techniques));
  return { version, index, techniques: new Map(techniques.map((technique) => [technique.id, technique])) };
}

/**
 * All names of techniques, ready for comparing. One statement tells whether the copy of this process is still the
 * newest, so a name that anybody added is found from the next search on.
 */
export async function loadNameIndex(ctx: Ctx): Promise<Prepared> {
  const version = await readLexiconVersion(ctx);
  const known = prepared.get(ctx.db);
  if (known?.version === version) return known;
  const made = await prepare(ctx.db, version);
  prepared.set(ctx.db, made);
  return made;
}
