import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { listRecordings } from './data/recordings.server';

export type RecordingFacts = {
  id: string;
  slug: string;
  assetId: string;
  title: LocalizedText;
  credit: LocalizedText;
  isPlayable: boolean;
  /** Null while the recording is being prepared. */
  durationMs: number | null;
  /** The smallest file with a picture, in bytes. */
  smallestBytes: number | null;
  audioLangs: string[];
};

const kept = keptContent<Map<string, RecordingFacts>>({ max: 500 });

/** Facts of published recordings by id; others are left out. */
export async function listRecordingFacts(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordingFacts>> {
  return ids.length === 0 ? new Map() : kept(ctx, [...ids].sort().join(), () => readFacts(ctx, ids));
}

async function readFacts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, RecordingFacts>> {
  const rows = (await listRecordings(ctx.db, ids)).filter((row) => row.publishedAt && !row.withdrawnAt);
  const assets = await listAssetFacts(
    ctx,
    rows.map((row) => row.assetId),
  );
  const facts = rows.map((row): RecordingFacts => {
    const asset = assets.find((one) => one.assetId === row.assetId);
    return {
      id: row.id,
      slug: row.slug,
      assetId: row.assetId,
      title: readText(row.title),
      credit: readText(row.credit),
      isPlayable: asset?.isPlayable ?? false,
      durationMs: asset?.durationMs ?? null,
      smallestBytes: asset?.smallestBytes ?? null,
      audioLangs: asset?.audioLangs ?? [],
    };
  });
  return new Map(facts.map((fact) => [fact.id, fact]));
}
