import { describePeople } from '~/domain/people/describe-people.server';
import type { Ctx } from '~/platform/context';
import { listUnionsOf } from './data/unions.server';

/**
 * The unions of a person's record, and every name it is found by now, without other people's accounts, for the person's
 * own export. The caller has checked who asks.
 */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const unions = await listUnionsOf(ctx.db, personId);
  const [person] = await describePeople(ctx, { personIds: [personId] });
  return {
    names: person?.names ?? [],
    unions: unions.map(({ reason, document, askedAt, joinedAt, declinedAt, partedAt, partReason }) => ({
      ...{ reason, document, askedAt, joinedAt, declinedAt, partedAt, partReason },
    })),
  };
}
