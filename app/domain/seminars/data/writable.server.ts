import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { canWriteSeminar } from '../policy';
import { findSeminar } from './seminars.server';

/** The seminar and who acts, when that person may change it. Throws not-found and forbidden. */
export async function loadWritable(tx: Ctx, seminarId: string) {
  const seminar = await findSeminar(tx.db, seminarId);
  const organisation = seminar && (await tx.ports.findOrganisation(tx, seminar.organisationId));
  if (!seminar || !organisation) throw new DomainError('not-found', 'seminars.no-such-seminar');
  if (!tx.actor || !canWriteSeminar(tx.actor, organisation.path))
    throw new DomainError('forbidden', 'seminars.cannot-write');
  return { seminar, by: tx.actor.accountId };
}
