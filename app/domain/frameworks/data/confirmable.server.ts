import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { DomainError } from '~/platform/errors';
import { isNamed, MOST_AT_A_TIME, mostBeside } from '../rules/signatory-limits';
import type { Level, SignatoryTerm } from '../types';
import { findLevel } from './levels.server';

/**
 * Refuses what may not be confirmed as an appointment: one's own, and more at a time than documents have room for.
 * Confirmations for one framework wait for each other until the transaction ends.
 */
export async function requireConfirmable(
  tx: Ctx,
  { slug, framework }: Pick<Level, 'slug' | 'framework'>,
  term: SignatoryTerm,
  { personId }: Actor,
): Promise<void> {
  const own = await tx.ports.describeHolder(tx, personId);
  if (own && [term.name, term.latinName].some((name) => isNamed(own.foldedNames, name)))
    throw new DomainError('conflict', 'frameworks.own-appointment');
  await tx.db.$queryRaw(Prisma.sql`SELECT 1 FROM framework WHERE id = ${framework.id}::uuid FOR UPDATE`);
  const { signatories = [] } = (await findLevel(tx.db, slug))?.framework ?? {};
  if (mostBeside(signatories, term) >= MOST_AT_A_TIME)
    throw new DomainError('conflict', 'frameworks.too-many-at-a-time', { params: { most: MOST_AT_A_TIME } });
}
