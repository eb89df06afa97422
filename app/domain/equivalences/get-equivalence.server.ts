import { countHolders } from '~/domain/claims/count-holders.server';
import { listExternals } from '~/domain/externals/list-externals.server';
import type { ExternalFramework, ExternalLevel } from '~/domain/externals/types';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findEquivalence } from './data/equivalences.server';
import { mayRule } from './policy';
import { obstacle, standingOf } from './rules/state';
import {
  type CountedRequirement,
  EQUIVALENCE_ACTS,
  type EquivalenceAct,
  type EquivalenceRow,
  type EquivalenceState,
  type MadeAct,
} from './types';

export type EquivalenceView = {
  equivalence: EquivalenceRow;
  state: EquivalenceState;
  paper: ExternalLevel;
  family: ExternalFramework;
  level: Level;
  /** Names of all levels, for the sentences that speak of others. */
  ladder: Pick<Level, 'slug' | 'name'>[];
  requirements: CountedRequirement[];
  /** The first day on which it counts; null before it is confirmed. */
  begins: string | null;
  /** How many people have such a paper on record. */
  people: number;
  proposerName: string;
  acts: (MadeAct & { actorName: string })[];
  /** What the reader may do now. */
  possible: EquivalenceAct[];
};

/** One equivalence in sentences, for the office. Throws `equivalences.not-a-registrar`, `equivalences.not-found`. */
export async function getEquivalence(
  ctx: Ctx,
  { equivalenceId }: { equivalenceId: string },
): Promise<EquivalenceView> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'equivalences.not-a-registrar');
  const row = isId(equivalenceId) ? await findEquivalence(ctx.db, equivalenceId) : null;
  const levels = await listLevels(ctx);
  const level = levels.find(({ id }) => id === row?.levelId);
  const families = await listExternals(ctx);
  const family = families.find(({ levels: of }) => of.some(({ slug }) => slug === row?.external));
  const paper = family?.levels.find(({ slug }) => slug === row?.external);
  if (!row || !level || !family || !paper) throw new DomainError('not-found', 'equivalences.not-found');
  const sentences = new Map(
    (await listCountable(ctx, { level })).map(({ key, sentence }) => [key, sentence] as const),
  );
  const actors = [row.proposedBy, ...row.acts.map(({ actorId }) => actorId)];
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(actors)]);
  const may = mayRule(actor, level.framework.path);
  return {
    equivalence: row,
    state: standingOf(row, ctx.clock.today(level.framework.zone)),
    ...{ paper, family, level },
    ladder: levels.map(({ slug, name }) => ({ slug, name })),
    requirements: row.counts.map((key) => ({ key, sentence: sentences.get(key) ?? null })),
    begins: row.acts.find(({ act }) => act === 'confirm')?.effectiveOn ?? null,
    people: await countHolders(ctx, { external: row.external }),
    proposerName: names.get(row.proposedBy) ?? '',
    acts: row.acts.map((each) => ({ ...each, actorName: names.get(each.actorId) ?? '' })),
    possible: may ? EQUIVALENCE_ACTS.filter((act) => obstacle(act, row, actor.accountId) === null) : [],
  };
}
