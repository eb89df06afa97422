import { z } from 'zod';
import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { StoredCue } from './cues.server';

const stored = z.array(
  z.object({
    id: z.string(),
    startMs: z.number(),
    endMs: z.number(),
    text: z.string(),
    version: z.number(),
  }),
);

export type NewChange = {
  trackId: string;
  revision: number;
  kind: string;
  removed: readonly StoredCue[];
  added: readonly StoredCue[];
  shift: { fromMs: number; byMs: number } | null;
  changedBy: string;
  changedAt: Date;
};

/** Answers the id of the change. */
export async function insertChange(db: Db, { removed, added, shift, ...change }: NewChange): Promise<string> {
  const id = newId();
  await db.captionChange.create({
    data: {
      ...change,
      id,
      removed: [...removed],
      added: [...added],
      shiftMs: shift?.byMs ?? null,
      fromMs: shift?.fromMs ?? null,
    },
  });
  return id;
}

export type StoredChange = {
  id: string;
  trackId: string;
  kind: string;
  changedBy: string;
  undoneAt: Date | null;
  removed: StoredCue[];
  added: StoredCue[];
  shift: { fromMs: number; byMs: number } | null;
};

export async function findChange(db: Db, id: string): Promise<StoredChange | null> {
  const row = await db.captionChange.findUnique({ where: { id } });
  if (!row) return null;
  const { trackId, kind, changedBy, undoneAt, shiftMs, fromMs } = row;
  return {
    ...{ id, trackId, kind, changedBy, undoneAt },
    removed: stored.parse(row.removed),
    added: stored.parse(row.added),
    shift: shiftMs === null || fromMs === null ? null : { byMs: shiftMs, fromMs },
  };
}

/** What somebody would undo next: their last change of the track that stands. */
export const findLastChange = (db: Db, trackId: string, changedBy: string) =>
  db.captionChange.findFirst({
    where: { trackId, changedBy, undoneAt: null },
    select: { id: true, kind: true },
    orderBy: { id: 'desc' },
  });

/** Whether somebody made this revision by a change of the kind. */
export const madeRevision = async (
  db: Db,
  where: { trackId: string; revision: number; kind: string; changedBy: string },
): Promise<boolean> => (await db.captionChange.count({ where })) > 0;

export const markUndone = (db: Db, id: string, undoneAt: Date) =>
  db.captionChange.update({ where: { id }, data: { undoneAt } });
