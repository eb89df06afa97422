import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { CueInput } from '../inputs';

export const listTracks = (db: Db, assetIds: readonly string[]) =>
  db.captionTrack.findMany({
    where: { assetId: { in: [...assetIds] } },
    orderBy: [{ assetId: 'asc' }, { lang: 'asc' }],
  });

/** By the index of languages. */
export const listTracksInLang = (db: Db, lang: string) =>
  db.captionTrack.findMany({ where: { lang }, select: { assetId: true } });

export const listAllTracks = (db: Db) =>
  db.captionTrack.findMany({ select: { assetId: true, lang: true, origin: true }, orderBy: { id: 'asc' } });

export const listCues = (db: Db, assetId: string, lang: string) =>
  db.captionCue.findMany({ where: { track: { assetId, lang } }, orderBy: { position: 'asc' } });

export type NewTrack = { assetId: string; lang: string; origin: string; createdAt: Date };

/** Writes the track anew; what stood there for the asset and language is replaced. */
export async function replaceTrack(db: Db, track: NewTrack, cues: readonly CueInput[]): Promise<void> {
  const { assetId, lang, origin, createdAt } = track;
  const where = { assetId_lang: { assetId, lang } };
  const { id } = await db.captionTrack.upsert({
    where,
    create: { id: newId(), ...track },
    update: { origin, createdAt },
  });
  await db.captionCue.deleteMany({ where: { trackId: id } });
  await db.captionCue.createMany({
    data: cues.map((cue, index) => ({ ...cue, id: newId(), trackId: id, position: index + 1 })),
  });
}
