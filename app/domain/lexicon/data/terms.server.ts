import { type LocalizedText, langsOf, readText } from '~/i18n/content';
import type { Ctx, Db } from '~/platform/context';
import { type TermCategory, termCategory } from '../inputs';
import { buildIndex, type Entry, type IndexedName, type NameIndex, namesWithin } from '../rules/name-index';
import { readLexiconVersion } from './state.server';

export type StoredTerm = {
  id: string;
  position: number;
  category: TermCategory;
  name: LocalizedText;
  reading: string;
};

export type PreparedTerms = { version: string; index: NameIndex; terms: ReadonlyMap<string, StoredTerm> };

const prepared = new WeakMap<Db, PreparedTerms>();

/** Each word of a term is compared by its sound and as a word: укэми is both. */
function namesOf({ name, reading }: StoredTerm): IndexedName[] {
  const words = langsOf(name).flatMap((lang) =>
    namesWithin(name[lang]?.text ?? '').flatMap((text): IndexedName[] => [
      { text, kind: 'other', lang },
      { text, kind: 'descriptive', lang },
    ]),
  );
  return [...words, { text: reading, kind: 'other', lang: 'ja' }];
}

async function prepare(db: Db, version: string): Promise<PreparedTerms> {
  const rows = await db.term.findMany({ orderBy: { position: 'asc' } });
  const terms = rows.map(({ id, position, category, name, reading }) => ({
    ...{ id, position, reading },
    category: termCategory.parse(category),
    name: readText(name),
  }));
  const entries = terms.map(
    (term): Entry => ({ id: term.id, position: term.position, names: namesOf(term), parts: [] }),
  );
  const index = buildIndex(entries, new Map());
  return { version, index, terms: new Map(terms.map((term) => [term.id, term])) };
}

/** All terms, ready for comparing; the copy of this process is checked by one statement. */
export async function loadTerms(ctx: Ctx): Promise<PreparedTerms> {
  const version = await readLexiconVersion(ctx);
  const known = prepared.get(ctx.db);
  if (known?.version === version) return known;
  const made = await prepare(ctx.db, version);
  prepared.set(ctx.db, made);
  return made;
}
