import '~/domain/recordings/ports';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { findSeminarBySlug, insertSeminar } from './data/seminars.server';
import type { CreateSeminarInput } from './inputs';
import { canWriteSeminar } from './policy';
import { momentOf, spanOf } from './rules/seminar-time';

/** Prepares a seminar; nobody sees it before it is published. Errors: forbidden; conflict when the address is taken. */
export async function createSeminar(ctx: Ctx, input: CreateSeminarInput): Promise<{ seminarId: string }> {
  const { hosts, instructors, ...facts } = input;
  const organisation = await ctx.ports.findOrganisation(ctx, input.organisationId);
  if (!organisation || !canWriteSeminar(ctx.actor, organisation.path))
    throw new DomainError('forbidden', 'seminars.cannot-write');
  const sessions = input.sessions.map((session, index) => ({
    ...session,
    id: newId(),
    position: index + 1,
    startsAt: momentOf(session.startsAt, input.zone),
  }));
  return inTransaction(ctx, async (tx) => {
    if (await findSeminarBySlug(tx.db, input.slug))
      throw new DomainError('conflict', 'seminars.address-taken', { field: 'slug' });
    const id = newId();
    await insertSeminar(tx.db, {
      ...facts,
      ...spanOf(sessions),
      id,
      createdAt: tx.clock.now(),
      sessions: { create: sessions },
      hosts: { create: hosts.map((host, index) => ({ ...host, position: index + 1 })) },
      instructors: { create: instructors.map((accountId, index) => ({ accountId, position: index + 1 })) },
    });
    await recordAct(tx, {
      act: 'seminars.created',
      subject: { type: 'seminar', id },
      detail: { slug: input.slug },
    });
    return { seminarId: id };
  });
}
