import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { toDb } from '~/platform/local-date';
import { writeConsent } from './data/persons.server';
import './events';
import type { RecordConsentInput } from './inputs';
import { requireKeeper } from './policy';

/** The day by which a consent is given: where the federations are, the later of the two. */
const ZONE = 'Asia/Tokyo';

/** Records a consent on paper; written again, the later word counts. Errors: not-found, forbidden, invalid. */
export async function recordConsent(ctx: Ctx, input: RecordConsentInput): Promise<void> {
  const { recordingId, personId: id, consentedOn, givenBy, abroad } = input;
  await inTransaction(ctx, async (tx) => {
    const { assetId } = await requireKeeper(tx, recordingId);
    if (consentedOn > tx.clock.today(ZONE))
      throw new DomainError('invalid', 'consents.in-the-future', { field: 'consentedOn' });
    const consent = { consentedOn: toDb(consentedOn), givenBy, abroad };
    if ((await writeConsent(tx.db, { id, recordingId }, consent)) === 0)
      throw new DomainError('not-found', 'consents.no-such-person');
    await tx.publish({ type: 'consents.changed', recordingId, assetId });
    await recordAct(tx, {
      act: 'consents.recorded',
      subject: { type: 'recording', id: recordingId },
      detail: { personShown: id, consentedOn, abroad },
    });
  });
}
