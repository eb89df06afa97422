import type { Ctx } from '~/platform/context';
import { listByPeople } from './data/credentials.server';
import { listConsents } from './data/register.server';

/** This domain's part of the export of everything held about a person, as plain JSON. */
export async function exportDocuments(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const documents = await listByPeople(ctx.db, [personId]);
  return {
    credentials: documents.map(({ issuedAt, languages, snapshot }) => ({ issuedAt, languages, ...snapshot })),
    register: await listConsents(ctx.db, personId),
  };
}
