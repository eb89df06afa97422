import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { CueInput } from '../inputs';

/** What viewers get: a translation only once it was complete. */
const offered: Prisma.CaptionTrackWhereInput = {
  OR: [{ sourceLang: null }, { completedAt: { not: null } }],
};

export const listTracks = (db: Db, assetIds: readonly string[]) =>
  db.captionTrack.findMany({
    where: { assetId: { in: [...assetIds] }, ...offered },
    orderBy: [{ assetId: 'asc' }, { lang: 'asc' }],
  });

/** By the index of languages. */
export const listTracksInLang = (db: Db, lang: string) =>
  db.captionTrack.findMany({ where: { lang, ...offered }, select: { assetId: true } });

export const listAllTracks = (db: Db, assetId: string | null) =>
  db.captionTrack.findMany({
    where: { ...offered, ...(assetId ? { assetId } : {}) },
    select: { assetId: true, lang: true, origin: true },
    orderBy: { id: 'asc' },
  });

/** What viewers read of a track: cues that wait for their text are left out. */
export const listCues = (db: Db, assetId: string, lang: string) =>
  db.captionCue.findMany({
    where: { track: { assetId, lang, ...offered }, text: { not: '' } },
    orderBy: { startMs: 'asc' },
  });

export type NewTrack = { assetId: string; lang: string; origin: string; createdAt: Date };

/** A track's row, whatever its state; null when there is none. */
export const findTrack = (db: Db, assetId: string, lang: string) =>
  db.captionTrack.findUnique({ where: { assetId_lang: { assetId, lang } } });

export type TrackRow = NonNullable<Awaited<ReturnType<typeof findTrack>>>;

/** The same, kept from other writers until the transaction ends. */
export async function lockTrack(db: Db, assetId: string, lang: string): Promise<TrackRow | null> {
  await db.$queryRaw(Prisma.sql`
    SELECT id FROM caption_track WHERE asset_id = ${assetId}::uuid AND lang = ${lang} FOR UPDATE`);
  return findTrack(db, assetId, lang);
}

/** Writes the track anew; what stood there for the asset and language is replaced. Answers the track's id. */
export async function replaceTrack(db: Db, track: NewTrack, cues: readonly CueInput[]): Promise<string> {
  const { assetId, lang, origin, createdAt } = track;
  const { id } = await db.captionTrack.upsert({
    where: { assetId_lang: { assetId, lang } },
    create: { id: newId(), ...track },
    update: { origin, createdAt, sourceLang: null, completedAt: null, revision: { increment: 1 } },
  });
  await db.captionCue.deleteMany({ where: { trackId: id } });
  await db.captionCue.createMany({ data: cues.map((cue) => ({ ...cue, id: newId(), trackId: id })) });
  return id;
}

/** A track with the source's times and no words yet. */
export async function insertTranslation(
  db: Db,
  track: { assetId: string; lang: string; sourceLang: string; createdAt: Date },
  sourceId: string,
): Promise<void> {
  const id = newId();
  await db.captionTrack.create({ data: { ...track, id, origin: 'author' } });
  const times = await db.captionCue.findMany({
    where: { trackId: sourceId },
    select: { startMs: true, endMs: true },
    orderBy: { startMs: 'asc' },
  });
  await db.captionCue.createMany({
    data: times.map((cue) => ({ ...cue, id: newId(), trackId: id, text: '' })),
  });
}

export const updateTrack = (
  db: Db,
  id: string,
  data: { origin?: string; completedAt?: Date; revision?: { increment: number } },
) => db.captionTrack.update({ where: { id }, data });

export type TrackCount = {
  lang: string;
  origin: string;
  sourceLang: string | null;
  completedAt: Date | null;
  revision: number;
  cues: number;
  filled: number;
  act: string | null;
  note: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedRevision: number | null;
};

/** All tracks of an asset with their numbers and the last decision about each, in one statement. */
export const countTracks = (db: Db, assetId: string): Promise<TrackCount[]> =>
  db.$queryRaw<TrackCount[]>(Prisma.sql`
    SELECT t.lang, t.origin, t.source_lang AS "sourceLang", t.completed_at AS "completedAt", t.revision,
      c.cues, c.filled, d.act, d.note, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt",
      d.revision AS "decidedRevision"
    FROM caption_track t
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS cues, count(*) FILTER (WHERE text <> '')::int AS filled
      FROM caption_cue WHERE track_id = t.id
    ) c
    LEFT JOIN LATERAL (
      SELECT act, note, decided_by, decided_at, revision FROM caption_decision
      WHERE track_id = t.id ORDER BY id DESC LIMIT 1
    ) d ON true
    WHERE t.asset_id = ${assetId}::uuid ORDER BY t.lang COLLATE "C"`);
