import { type Audience, audienceSchema } from '~/domain/media/inputs';
import { type LocalizedText, readText } from '~/i18n/content';

export type PreparedRecording = {
  id: string;
  slug: string;
  assetId: string;
  title: LocalizedText;
  credit: LocalizedText;
  audience: Audience;
  /** 'YYYY-MM-DD', the last day, or null. */
  availableUntil: string | null;
  state: 'prepared' | 'published' | 'withdrawn';
  createdAt: Date;
};

type Row = {
  id: string;
  slug: string;
  assetId: string;
  title: unknown;
  credit: unknown;
  audience: unknown;
  availableUntil: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  createdAt: Date;
};

function stateOf({ publishedAt, withdrawnAt }: Row): PreparedRecording['state'] {
  if (withdrawnAt) return 'withdrawn';
  return publishedAt ? 'published' : 'prepared';
}

/** A recording as those see it who prepare it. */
export const toPrepared = (row: Row): PreparedRecording => ({
  id: row.id,
  slug: row.slug,
  assetId: row.assetId,
  title: readText(row.title),
  credit: readText(row.credit),
  audience: audienceSchema.parse(row.audience),
  availableUntil: row.availableUntil?.toISOString().slice(0, 10) ?? null,
  state: stateOf(row),
  createdAt: row.createdAt,
});
