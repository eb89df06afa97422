import { type LocalizedText, readText } from '~/i18n/content';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadNameIndex } from './data/name-index.server';
import { selectElementsOf, selectNamesOf, selectRelationsOf } from './data/techniques.server';
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

type Techniques = ReadonlyMap<string, ListedTechnique>;

/** The technique on the other side of each tie. */
function relatedOf(
  rows: readonly RelationRow[],
  side: 'fromId' | 'toId',
  all: Techniques,
): RelatedTechnique[] {
  return rows.flatMap((row) => {
    const other = all.get(row[side]);
    if (!other) return [];
    const { id, names, class: ofClass } = other;
    const kind = relationKind.parse(row.kind);
    return [{ relationId: row.id, kind, id, names, class: ofClass, source: row.source }];
  });
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
    onward: relatedOf(
      relations.filter(({ fromId }) => fromId === id),
      'toId',
      techniques,
    ),
    backward: relatedOf(
      relations.filter(({ toId }) => toId === id),
      'fromId',
      techniques,
    ),
    before: all[place - 1] ?? null,
    after: all[place + 1] ?? null,
  };
}
