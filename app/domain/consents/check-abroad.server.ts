import type { Ctx } from '~/platform/context';
import { listPersons } from './data/persons.server';
import { listSpans } from './data/spans.server';

/**
 * Whether a recording may be processed abroad: somebody is written down as shown, no minor among them, everybody agreed
 * to it and nobody took it back, and no part of the recording was withdrawn. Where nobody is written down nobody was
 * asked.
 */
export async function checkAbroad(
  ctx: Ctx,
  { recordingId, assetId }: { recordingId: string; assetId: string },
): Promise<boolean> {
  const [persons, spans] = await Promise.all([listPersons(ctx.db, recordingId), listSpans(ctx.db, assetId)]);
  return (
    spans.length === 0 &&
    persons.length > 0 &&
    persons.every(
      ({ isMinor, consentedOn, abroad, withdrawnAt }) =>
        !isMinor && consentedOn !== null && abroad && withdrawnAt === null,
    )
  );
}
