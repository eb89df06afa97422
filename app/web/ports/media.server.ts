import { isDeepStrictEqual } from 'node:util';
import { getWebvtt } from '~/domain/captions/get-webvtt.server';
import { listTracks } from '~/domain/captions/list-tracks.server';
import { checkAbroad } from '~/domain/consents/check-abroad.server';
import { listEnrolledCourses } from '~/domain/learning/list-enrolled-courses.server';
import { getPackaging } from '~/domain/media/get-packaging.server';
import { findRecordingPlace } from '~/domain/recordings/find-recording-place.server';
import type { Ports } from '~/platform/ports';
import { heldLevels } from './held-levels.server';

/** What media asks of learning, licensing and captions; uploads and chapters of media and recordings. */
export const mediaPorts: Pick<
  Ports,
  | 'audienceCheck'
  | 'captionsVtt'
  | 'awaitedMaster'
  | 'mayPrepareRecording'
  | 'mayPrepareAsset'
  | 'isStillShown'
  | 'mayGoAbroad'
  | 'captionLangs'
> = {
  async audienceCheck(ctx, audience) {
    if (audience.kind === 'enrolled') return (await listEnrolledCourses(ctx)).includes(audience.courseId);
    return audience.kind === 'qualified' && (await heldLevels(ctx)).includes(audience.levelId);
  },
  async awaitedMaster(ctx, assetId) {
    const [place, packaging] = await Promise.all([
      findRecordingPlace(ctx, { assetId }),
      getPackaging(ctx, { assetIds: [assetId] }),
    ]);
    return place?.isOwn && packaging.get(assetId)?.isAwaited ? { organisationPath: place.path } : null;
  },
  mayPrepareRecording: async (ctx, recordingId) =>
    (await findRecordingPlace(ctx, { recordingId }))?.mayPrepare ?? null,
  mayPrepareAsset: async (ctx, assetId) => (await findRecordingPlace(ctx, { assetId }))?.mayPrepare ?? null,
  async isStillShown(ctx, assetId, audience) {
    const place = await findRecordingPlace(ctx, { assetId });
    return place && (place.mayPrepare || isDeepStrictEqual(place.shownTo, audience));
  },
  async mayGoAbroad(ctx, assetId) {
    const place = await findRecordingPlace(ctx, { assetId });
    return place?.shownTo ? checkAbroad(ctx, place) : false;
  },
  captionLangs: async (ctx, assetId) =>
    ((await listTracks(ctx, { assetIds: [assetId] })).get(assetId) ?? []).map(({ lang }) => lang),
  captionsVtt: (ctx, assetId, lang) => getWebvtt(ctx, { assetId, lang }),
};
