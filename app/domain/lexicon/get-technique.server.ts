import { type LocalizedText, readText } from '~/i18n/content';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadNameIndex } from './data/name-index.server';
import { selectElementsOf, selectNamesOf, selectRelationsOf, toTechnique } from './data/techniques.server';
import { aliasKind, nameScript, relationKind } from './inputs';
import { mayEditLexicon } from './policy';
import { soundOfParts } from './rules/pronounce';
import type { ListedTechnique, NamePart, RelatedTechnique, TechniqueAlias } from './types';

export type TechniquePageData = ListedTechnique & {
  numberInClass: number;
  /** How many techniques there are. */
  total: number;
  /** ō·soto·gari */
  sound: string;
  /** The pieces of the name in order, with what each says. */
  elements: (NamePart & { meaning: LocalizedText })[];
  /** Current ones; for editors also those that were removed. */
  aliases: TechniqueAlias[];
  /** What comes against or after this technique. */
  onward: RelatedTechnique[];
  /** What this technique comes against or after. */
  backward: RelatedTechnique[];
  before: ListedTechnique | null;
  after: ListedTechnique | null;
};

type NameRow = Awaited<ReturnType<typeof selectNamesOf>>[number];
type RelationRow = Awaited<ReturnType<typeof selectRelationsOf>>[number];

const toAlias = (row: NameRow): TechniqueAlias => ({
  ...{ id: row.id, text: row.text, source: row.source, addedAt: row.addedAt, removedAt: row.removedAt },
  script: nameScript.parse(row.script),
  kind: aliasKind.parse(row.kind),
  lang: isLang(row.lang) ? row.lang : null,
});

function toRelated(row: RelationRow, side: 'from' | 'to'): RelatedTechnique {
  const { id, names, class: ofClass } = toTechnique(row[side]);
  return {
    relationId: row.id,
    kind: relationKind.parse(row.kind),
    id,
    names,
    class: ofClass,
    source: row.source,
  };
}

/** One technique with everything its page says. Throws not-found. */
export async function getTechnique(ctx: Ctx, { id }: { id: string }): Promise<TechniquePageData> {
  const { techniques } = await loadNameIndex(ctx);
  const technique = techniques.get(id);
  if (!technique) throw new DomainError('not-found', 'lexicon.no-such-technique');
  const kanji = technique.parts.map((part) => part.kanji);
  const names = await selectNamesOf(ctx.db, id);
  const relations = await selectRelationsOf(ctx.db, id);
  const elements = new Map((await selectElementsOf(ctx.db, kanji)).map((row) => [row.kanji, row.meaning]));
  const all = [...techniques.values()];
  const place = all.indexOf(technique);
  const first = all.findIndex((other) => other.class === technique.class);
  return {
    ...technique,
    numberInClass: place - first + 1,
    total: all.length,
    sound: soundOfParts(technique.parts),
    elements: technique.parts.map((part) => ({ ...part, meaning: readText(elements.get(part.kanji)) })),
    aliases: names.map(toAlias).filter(({ removedAt }) => !removedAt || mayEditLexicon(ctx.actor)),
    onward: relations.filter(({ fromId }) => fromId === id).map((row) => toRelated(row, 'to')),
    backward: relations.filter(({ toId }) => toId === id).map((row) => toRelated(row, 'from')),
    before: all[place - 1] ?? null,
    after: all[place + 1] ?? null,
  };
}
