import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { sumCues } from './data/cues.server';
import { findOwner, requireWriter } from './data/find-owner.server';
import { findImport } from './data/imports.server';
import { findTrack } from './data/tracks.server';
import type { Note, NoteCode } from './rules/notes';
import type { FileFormat } from './rules/read-blocks';
import { readCaptions } from './rules/read-captions';
import type { Cue } from './rules/webvtt';

export type ImportPreview = {
  importId: string;
  lang: Lang;
  origin: string;
  fileName: string;
  encoding: string;
  format: FileFormat;
  cues: number;
  /** The first of them, so that a wrong encoding is seen. */
  first: Cue[];
  /** How often each thing was done. */
  sums: { code: NoteCode; count: number }[];
  /** One page of the report, line by line. */
  notes: Note[];
  from: number;
  next: number | null;
  previous: number | null;
  total: number;
  /** How many cues it would replace. */
  replaces: number;
};

const FIRST = 6;
const PAGE = 100;

const sumsOf = (notes: readonly Note[]): ImportPreview['sums'] => {
  const sums = new Map<NoteCode, number>();
  for (const { code } of notes) sums.set(code, (sums.get(code) ?? 0) + 1);
  return [...sums].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
};

/** What a file that waits holds, and what was changed in it; for its sender only. Null once it was taken over. */
export async function getImport(
  ctx: Ctx,
  { assetId, importId, from }: { assetId: string; importId: string; from: number },
): Promise<ImportPreview | null> {
  await findOwner(ctx, assetId);
  const file = isId(importId) ? await findImport(ctx.db, importId) : null;
  if (!file || file.assetId !== assetId || file.sentBy !== ctx.actor?.accountId || !isLang(file.lang))
    throw new DomainError('not-found', 'captions.no-such-import');
  await requireWriter(ctx, assetId, file.lang);
  if (file.confirmedAt) return null;
  const [asset] = await listAssetFacts(ctx, [assetId]);
  const { format, cues, notes } = readCaptions(file.content, asset?.durationMs ?? null);
  const track = await findTrack(ctx.db, assetId, file.lang);
  return {
    ...{ importId, lang: file.lang, origin: file.origin, fileName: file.fileName, encoding: file.encoding },
    ...{ format, cues: cues.length, first: cues.slice(0, FIRST), sums: sumsOf(notes) },
    ...{ notes: notes.slice(from, from + PAGE), from, total: notes.length },
    next: from + PAGE < notes.length ? from + PAGE : null,
    previous: from > 0 ? Math.max(0, from - PAGE) : null,
    replaces: track ? (await sumCues(ctx.db, track.id)).cues : 0,
  };
}
