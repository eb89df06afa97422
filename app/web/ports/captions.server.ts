import { findRecordingOwner } from '~/domain/recordings/find-recording-owner.server';
import type { Ports } from '~/platform/ports';

/** What captions ask of recordings. */
export const captionsPorts: Pick<Ports, 'captionsOwner'> = {
  captionsOwner: (ctx, assetId) => findRecordingOwner(ctx, { assetId }),
};
