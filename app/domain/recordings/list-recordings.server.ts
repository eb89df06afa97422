import { listSpokenAssets } from '~/domain/media/list-spoken-assets.server';
import type { Ctx } from '~/platform/context';
import { countShown, findRecordingBySlug, listShown } from './data/recordings.server';
import { type ListRecordingsInput, RECORDING_ZONE } from './inputs';
import { type ListedRecording, toListed } from './rules/listed-recording';

export type RecordingList = {
  recordings: ListedRecording[];
  found: number;
  total: number;
  next: string | null;
};

/** `captioned`: assets with captions in the language of the filter `captions`. `by`: only those this account published. */
export type ListRecordings = ListRecordingsInput & { captioned?: readonly string[] | null; by?: string };

const PAGE = 24;

/** Recordings that are shown today, the newest first, one page after the one with the address `after`. */
export async function listRecordings(ctx: Ctx, input: ListRecordings): Promise<RecordingList> {
  const everything = {
    today: ctx.clock.today(RECORDING_ZONE),
    assetIds: null,
    onlyPublic: false,
    by: input.by ?? null,
  };
  const filter = { ...everything, assetIds: await assetsOf(ctx, input), onlyPublic: input.open === '1' };
  const after = input.after === undefined ? null : await findRecordingBySlug(ctx.db, input.after);
  const place = after?.publishedAt ? { publishedAt: after.publishedAt, id: after.id } : null;
  const [rows, found, total] = await Promise.all([
    listShown(ctx.db, filter, place, PAGE + 1),
    countShown(ctx.db, filter),
    countShown(ctx.db, everything),
  ]);
  const shown = rows.slice(0, PAGE).map(toListed);
  return { recordings: shown, found, total, next: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null };
}

/** The assets that both language filters leave; null: no such filter. */
async function assetsOf(ctx: Ctx, { audio, captioned }: ListRecordings): Promise<readonly string[] | null> {
  const spoken = audio ? await listSpokenAssets(ctx, { lang: audio }) : null;
  if (!spoken || !captioned) return spoken ?? captioned ?? null;
  const both = new Set(captioned);
  return spoken.filter((id) => both.has(id));
}
