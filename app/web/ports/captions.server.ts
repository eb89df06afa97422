import { findRecordingPlace } from '~/domain/recordings/find-recording-place.server';
import type { Ports } from '~/platform/ports';

/** What captions ask of recordings. */
export const captionsPorts: Pick<Ports, 'captionsOwner'> = {
  async captionsOwner(ctx, assetId) {
    const place = await findRecordingPlace(ctx, { assetId });
    return place && { organisationPath: place.path, title: place.title, ownerId: place.ownerId };
  },
};
