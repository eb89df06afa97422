import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { listPersons as listRows } from './data/persons.server';
import { requireKeeper } from './policy';
import type { ShownPerson } from './types';

/** Everybody who can be recognised in a recording, by name. Errors: not-found, forbidden. */
export async function listPersons(
  ctx: Ctx,
  { recordingId }: { recordingId: string },
): Promise<ShownPerson[]> {
  await requireKeeper(ctx, recordingId);
  const rows = await listRows(ctx.db, recordingId);
  return rows.map(({ id, name, isMinor, consentedOn, givenBy, abroad, withdrawnAt }) => ({
    ...{ id, name, isMinor, givenBy, abroad },
    consentedOn: consentedOn && fromDb(consentedOn),
    isWithdrawn: withdrawnAt !== null,
  }));
}
