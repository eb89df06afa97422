import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { countPersons, insertPerson } from './data/persons.server';
import './events';
import type { AddPersonInput } from './inputs';
import { requireKeeper } from './policy';

/** A class of children and their teachers. */
const MOST = 200;

/** Notes that somebody can be recognised; the same name again changes nothing. Errors: not-found, forbidden, invalid. */
export async function addPerson(ctx: Ctx, input: AddPersonInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { assetId } = await requireKeeper(tx, input.recordingId);
    if ((await countPersons(tx.db, input.recordingId)) >= MOST)
      throw new DomainError('invalid', 'consents.too-many');
    const id = newId();
    const by = { addedAt: tx.clock.now(), addedBy: tx.actor?.accountId ?? '' };
    if (!(await insertPerson(tx.db, { ...input, id, ...by }))) return;
    await tx.publish({ type: 'consents.changed', recordingId: input.recordingId, assetId });
    await recordAct(tx, {
      act: 'consents.person-added',
      subject: { type: 'recording', id: input.recordingId },
      detail: { personShown: id, isMinor: input.isMinor },
    });
  });
}
