import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { listTerms } from '~/domain/lexicon/list-terms.server';
import { langsOf } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { textBeside } from '../rules/beside';
import { type Neighbours, speedOf, type WarningCode, warningsOf } from '../rules/cue-warnings';
import {
  type GlossaryEntry,
  type MetTerm,
  missingTerms,
  techniqueEntry,
  termEntry,
  termsIn,
} from '../rules/glossary';
import { listCuesWithin, type StoredCue } from './cues.server';

/** A cue with what its editor must know of it. */
export type DescribedCue = StoredCue & {
  /** Characters a second. */
  speed: number;
  warnings: WarningCode[];
  /** What is said in the language beside; '' for nothing. */
  beside: string;
  /** Words of the glossary in it, with their rendering in the cue's language. */
  terms: MetTerm[];
  /** Those of them that the cue's text lacks. */
  missing: MetTerm[];
};

/** Entries by the lexicon's own rows, which the process keeps until the lexicon changes: their words are cut but once. */
const entries = new WeakMap<object, GlossaryEntry>();

function entryOf(row: object, make: () => GlossaryEntry): GlossaryEntry {
  const known = entries.get(row) ?? make();
  entries.set(row, known);
  return known;
}

async function loadGlossary(ctx: Ctx): Promise<GlossaryEntry[]> {
  const [{ techniques }, { terms }] = await Promise.all([
    listTechniques(ctx, { q: '', by: 'class' }),
    listTerms(ctx, { q: '' }),
  ]);
  return [
    ...techniques.map(({ id, names }) => entryOf(names, () => techniqueEntry(id, names))),
    ...terms.map(({ id, name, reading }) =>
      entryOf(name, () => {
        const texts = Object.fromEntries(langsOf(name).map((lang) => [lang, name[lang]?.text ?? '']));
        return termEntry(id, texts, reading);
      }),
    ),
  ];
}

/** The cues with their warnings (`around`: those before and after them); beside `side`, a language of the same asset, also with its words and terms. */
export async function describeCues(
  ctx: Ctx,
  { assetId, lang, side }: { assetId: string; lang: Lang; side: Lang | null },
  cues: readonly StoredCue[],
  around: Neighbours,
): Promise<DescribedCue[]> {
  const [from, to] = [cues[0]?.startMs ?? 0, Math.max(0, ...cues.map(({ endMs }) => endMs))];
  const others = side ? await listCuesWithin(ctx.db, { assetId, lang: side, from, to }) : [];
  const glossary = others.length > 0 ? await loadGlossary(ctx) : [];
  return cues.map((cue, index) => {
    const beside = textBeside(cue, others);
    const terms = side ? termsIn(beside, side, lang, glossary) : [];
    return {
      ...cue,
      speed: speedOf(cue, lang),
      warnings: warningsOf(
        cue,
        { previous: cues[index - 1] ?? around.previous, next: cues[index + 1] ?? around.next },
        lang,
      ),
      beside,
      terms,
      missing: missingTerms(terms, cue.text, lang, glossary),
    };
  });
}
