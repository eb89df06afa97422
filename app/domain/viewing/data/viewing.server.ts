import type { Db } from '~/platform/context';

type Position = { personId: string; recordingId: string; positionSec: number; at: Date };

/** One statement, the last word counts. */
export async function savePosition(
  db: Db,
  { personId, recordingId, positionSec, at }: Position,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO viewing_position (person_id, recording_id, position_sec, updated_at)
    VALUES (${personId}::uuid, ${recordingId}::uuid, ${positionSec}::int, ${at}::timestamptz)
    ON CONFLICT (person_id, recording_id) DO UPDATE
    SET position_sec = excluded.position_sec, updated_at = excluded.updated_at`;
}

type Choice = { personId: string; audio: string | null; captions: readonly string[]; at: Date };

export async function saveChoice(db: Db, { personId, audio, captions, at }: Choice): Promise<void> {
  await db.$executeRaw`
    INSERT INTO viewing_choice (person_id, audio, captions, updated_at)
    VALUES (${personId}::uuid, ${audio}, ${[...captions]}::text[], ${at}::timestamptz)
    ON CONFLICT (person_id) DO UPDATE
    SET audio = excluded.audio, captions = excluded.captions, updated_at = excluded.updated_at`;
}

type Found = { positionSec: number | null; audio: string | null; captions: string[] | null };

/** Both at once; a row in any case. */
export async function findRow(db: Db, personId: string, recordingId: string): Promise<Found | null> {
  const [row] = await db.$queryRaw<Found[]>`
    SELECT p.position_sec AS "positionSec", c.audio, c.captions
    FROM (SELECT ${personId}::uuid AS id) me
    LEFT JOIN viewing_position p ON p.person_id = me.id AND p.recording_id = ${recordingId}::uuid
    LEFT JOIN viewing_choice c ON c.person_id = me.id`;
  return row ?? null;
}

export const listPositions = (db: Db, personId: string) =>
  db.viewingPosition.findMany({
    where: { personId },
    select: { recordingId: true, positionSec: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
  });

export const findChoice = (db: Db, personId: string) =>
  db.viewingChoice.findUnique({
    where: { personId },
    select: { audio: true, captions: true, updatedAt: true },
  });
