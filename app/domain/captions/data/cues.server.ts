import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { Cue } from '../rules/webvtt';

/** A cue as it is stored. */
export type StoredCue = Cue & { id: string; version: number };

const FIELDS = { id: true, startMs: true, endMs: true, text: true, version: true } as const;

export const findCue = (db: Db, trackId: string, id: string): Promise<StoredCue | null> =>
  db.captionCue.findFirst({ where: { id, trackId }, select: FIELDS });

export const listCuesById = (db: Db, trackId: string, ids: readonly string[]): Promise<StoredCue[]> =>
  db.captionCue.findMany({ where: { trackId, id: { in: [...ids] } }, select: FIELDS });

/** Whether another cue than these begins at one of the times. */
export const isStartTaken = async (
  db: Db,
  trackId: string,
  starts: readonly number[],
  but: readonly string[],
): Promise<boolean> =>
  (await db.captionCue.count({
    where: { trackId, startMs: { in: [...starts] }, id: { notIn: [...but] } },
  })) > 0;

export const findNextCue = (db: Db, trackId: string, startMs: number): Promise<StoredCue | null> =>
  db.captionCue.findFirst({
    where: { trackId, startMs: { gt: startMs } },
    select: FIELDS,
    orderBy: { startMs: 'asc' },
  });

export const findCueBefore = (db: Db, trackId: string, startMs: number): Promise<StoredCue | null> =>
  db.captionCue.findFirst({
    where: { trackId, startMs: { lt: startMs } },
    select: FIELDS,
    orderBy: { startMs: 'desc' },
  });

export const listCuesFrom = (
  db: Db,
  trackId: string,
  { from, isEmpty, take }: { from: number; isEmpty: boolean; take: number },
): Promise<StoredCue[]> =>
  db.captionCue.findMany({
    where: { trackId, startMs: { gte: from }, ...(isEmpty ? { text: '' } : {}) },
    select: FIELDS,
    orderBy: { startMs: 'asc' },
    take,
  });

/** Where the page before begins: the start of the cue `take` places earlier; null at the beginning. */
export async function findPageBefore(
  db: Db,
  trackId: string,
  { from, isEmpty, take }: { from: number; isEmpty: boolean; take: number },
): Promise<number | null> {
  const before = await db.captionCue.findMany({
    where: { trackId, startMs: { lt: from }, ...(isEmpty ? { text: '' } : {}) },
    select: { startMs: true },
    orderBy: { startMs: 'desc' },
    take,
  });
  return before.at(-1)?.startMs ?? null;
}

/** The words of another language that are said between two times. */
export const listCuesWithin = (
  db: Db,
  { assetId, lang, from, to }: { assetId: string; lang: string; from: number; to: number },
): Promise<Cue[]> =>
  db.captionCue.findMany({
    where: { track: { assetId, lang }, endMs: { gt: from }, startMs: { lt: to } },
    select: { startMs: true, endMs: true, text: true },
    orderBy: { startMs: 'asc' },
  });

export const listAllCues = (db: Db, trackId: string): Promise<StoredCue[]> =>
  db.captionCue.findMany({ where: { trackId }, select: FIELDS, orderBy: { startMs: 'asc' } });

export const countEmpty = (db: Db, trackId: string): Promise<number> =>
  db.captionCue.count({ where: { trackId, text: '' } });

export type TrackSums = { cues: number; filled: number; overlaps: number };

/** How many cues a track has, how many of them have words, and how many run into the next one. */
export async function sumCues(db: Db, trackId: string): Promise<TrackSums> {
  const [sums] = await db.$queryRaw<TrackSums[]>(Prisma.sql`
    SELECT count(*)::int AS cues, count(*) FILTER (WHERE text <> '')::int AS filled,
      count(*) FILTER (WHERE end_ms > following)::int AS overlaps
    FROM (
      SELECT end_ms, text, lead(start_ms) OVER (ORDER BY start_ms) AS following
      FROM caption_cue WHERE track_id = ${trackId}::uuid
    ) c`);
  return sums ?? { cues: 0, filled: 0, overlaps: 0 };
}

/** Puts `added` in place of `removed`; a cue in both keeps its row. */
export async function exchangeCues(
  db: Db,
  trackId: string,
  removed: readonly StoredCue[],
  added: readonly StoredCue[],
): Promise<void> {
  await db.captionCue.deleteMany({ where: { trackId, id: { in: removed.map(({ id }) => id) } } });
  await db.captionCue.createMany({ data: added.map((cue) => ({ ...cue, trackId })) });
}

/** Larger than any time, so that cues on their way meet none that stays. */
const ASIDE = 1_000_000_000;

/** Moves every cue from a time on. Two statements: a time that is taken may be on its way too. */
export async function shiftCues(
  db: Db,
  trackId: string,
  { fromMs, byMs }: { fromMs: number; byMs: number },
): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE caption_cue SET start_ms = start_ms + ${ASIDE} + ${byMs}
    WHERE track_id = ${trackId}::uuid AND start_ms >= ${fromMs}`);
  await db.$executeRaw(Prisma.sql`
    UPDATE caption_cue SET start_ms = start_ms - ${ASIDE}, end_ms = end_ms + ${byMs}, version = version + 1
    WHERE track_id = ${trackId}::uuid AND start_ms >= ${ASIDE / 2}`);
}

/** The last start before a time, and the first and the last one from it on; null where there is none. */
export async function boundsAt(
  db: Db,
  trackId: string,
  fromMs: number,
): Promise<{ before: number | null; first: number | null; last: number | null }> {
  const [row] = await db.$queryRaw<{ before: number | null; first: number | null; last: number | null }[]>(
    Prisma.sql`
    SELECT max(start_ms) FILTER (WHERE start_ms < ${fromMs}) AS before,
      min(start_ms) FILTER (WHERE start_ms >= ${fromMs}) AS first,
      max(end_ms) FILTER (WHERE start_ms >= ${fromMs}) AS last
    FROM caption_cue WHERE track_id = ${trackId}::uuid`,
  );
  return row ?? { before: null, first: null, last: null };
}
