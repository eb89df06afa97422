import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { countRows } from './data/move-rows.server';
import { keysOf, type Reached, reachBoth } from './data/reach.server';
import { isOwnUnion } from './policy';
import { type ComparedRecord, SHOWN_KINDS } from './types';

export type Comparison = {
  one: ComparedRecord;
  two: ComparedRecord;
  keys: 1 | 2;
  /** One of them is the reader, who must not join them. */
  isOwn: boolean;
};

/** The newest cycle of each award. */
function awardsOf({ record }: Reached, levels: readonly Level[]): ComparedRecord['awards'] {
  const newest = new Map(record.licences.map((each) => [each.facts.qualificationId, each]));
  return [...newest.values()].flatMap(({ facts, standing }) => {
    const level = levels.find(({ id }) => id === facts.levelId);
    const { qualificationId, awardedOn, until } = facts;
    return level ? [{ qualificationId, level, awardedOn, until, standing }] : [];
  });
}

async function compared(ctx: Ctx, reached: Reached, levels: readonly Level[]): Promise<ComparedRecord> {
  const { personId, displayName, latinName, names, organisation, accountId } = reached.person;
  const counts = await countRows(ctx.db, personId);
  return {
    ...{ personId, displayName, latinName, hasAccount: accountId !== null },
    names: names.map(({ script, family, given, patronymic }) => ({
      script,
      text: [family, given, patronymic].filter(Boolean).join(' '),
    })),
    organisation: organisation?.name ?? null,
    awards: awardsOf(reached, levels),
    counts: Object.fromEntries(SHOWN_KINDS.map((kind) => [kind, counts.get(kind) ?? 0])),
  };
}

/** Two records side by side, for a registrar who reaches both. Throws `licensing.not-a-registrar`, `unions.person-not-found`. */
export async function compareRecords(
  ctx: Ctx,
  { one, two }: { one: string; two: string },
): Promise<Comparison> {
  const { actor, levels, ...reached } = await reachBoth(ctx, one, two);
  return {
    one: await compared(ctx, reached.one, levels),
    two: await compared(ctx, reached.two, levels),
    keys: keysOf([reached.one, reached.two], levels),
    isOwn: isOwnUnion(actor, { keptId: one, absorbedId: two }),
  };
}
