import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { type ComparedRecord, SHOWN_KINDS } from '../types';
import { countRows } from './move-rows.server';
import type { Reached } from './reach.server';

/** The newest cycle of each award. */
function awardsOf({ record }: Reached, levels: readonly Level[]): ComparedRecord['awards'] {
  const newest = new Map(record.licences.map((each) => [each.facts.qualificationId, each]));
  return [...newest.values()].flatMap(({ facts, standing }) => {
    const level = levels.find(({ id }) => id === facts.levelId);
    const { qualificationId, awardedOn, until } = facts;
    return level ? [{ qualificationId, level, awardedOn, until, standing }] : [];
  });
}

/** What a registrar compares of somebody within reach. */
export async function compared(
  ctx: Ctx,
  reached: Reached,
  levels: readonly Level[],
): Promise<ComparedRecord> {
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
