import { countMissing } from '~/domain/consents/count-missing.server';
import { listSpans } from '~/domain/consents/list-spans.server';
import { noteCut } from '~/domain/consents/note-cut.server';
import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import { findRecordingPlace } from '~/domain/recordings/find-recording-place.server';
import type { Ports } from '~/platform/ports';

/** What consents ask of recordings and media, and these of consents. */
export const consentsPorts: Pick<
  Ports,
  'recordingForConsent' | 'withdrawnSpans' | 'noteCut' | 'consentsMissing'
> = {
  async recordingForConsent(ctx, recordingId) {
    const place = await findRecordingPlace(ctx, { recordingId });
    if (!place) return null;
    const [facts] = await listAssetFacts(ctx, [place.assetId]);
    return { assetId: place.assetId, mayPrepare: place.mayPrepare, durationMs: facts?.durationMs ?? null };
  },
  withdrawnSpans: (ctx, assetId) => listSpans(ctx, { assetId }),
  noteCut,
  consentsMissing: (ctx, recordingId) => countMissing(ctx, { recordingId }),
};
