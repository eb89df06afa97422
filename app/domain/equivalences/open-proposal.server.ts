import { countHolders } from '~/domain/claims/count-holders.server';
import { listExternals } from '~/domain/externals/list-externals.server';
import type { ExternalFramework } from '~/domain/externals/types';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Countable, Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { mayRule } from './policy';

export type BlankProposal = {
  /** Sent back with the proposal, so that one sent twice is one. */
  submissionKey: string;
  families: ExternalFramework[];
  /** Those for which the reader may propose. */
  levels: Level[];
  /** Names of all levels, for the sentences that speak of others. */
  ladder: Pick<Level, 'slug' | 'name'>[];
  /** When both sides are chosen. */
  chosen: {
    external: string;
    level: Level;
    countable: Countable[];
    /** How many people have such a paper on record. */
    people: number;
    today: LocalDate;
  } | null;
};

/** The form of a new equivalence: first the two sides, then what counts. Throws `equivalences.may-not-rule`. */
export async function openProposal(
  ctx: Ctx,
  { external, level: slug }: { external: string; level: string },
): Promise<BlankProposal> {
  const all = await listLevels(ctx);
  const levels = all.filter(({ framework }) => mayRule(ctx.actor, framework.path));
  if (levels.length === 0) throw new DomainError('forbidden', 'equivalences.may-not-rule');
  const families = await listExternals(ctx);
  const level = levels.find((each) => each.slug === slug);
  const isKnown = families.some((family) => family.levels.some((each) => each.slug === external));
  return {
    submissionKey: newId(),
    families,
    levels,
    ladder: all.map(({ slug: each, name }) => ({ slug: each, name })),
    chosen:
      level && isKnown
        ? {
            external,
            level,
            countable: await listCountable(ctx, { level }),
            people: await countHolders(ctx, { external }),
            today: ctx.clock.today(level.framework.zone),
          }
        : null,
  };
}
