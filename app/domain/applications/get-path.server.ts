import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { findOpenApplication } from './data/applications.server';
import { loadEarlierRenewals } from './data/earlier-renewals.server';
import { type Eligibility, loadOwnEligibility } from './data/eligibility.server';
import { loadRenewal } from './data/renewal.server';
import { isHeld, isSuspended, missedCutOff, NO_TERMS, newestOf } from './rules/renewal';
import type { Finding, LevelName, Renewal } from './types';

export type Path = {
  level: Level;
  /** Names of all levels, for the requirements that speak of others. */
  ladder: LevelName[];
  findings: Finding[];
  isReady: boolean;
  /** The own application for this level that is not decided yet. */
  openApplicationId: string | null;
  /** The person holds the level; an award that was revoked, or is over for good, does not count. */
  isHeld: boolean;
  /** A disciplinary suspension keeps a new award of the level away. */
  isSuspended: boolean;
  /** What renewal asks for, while it is possible. */
  renewal: Renewal | null;
  /** The day by which the renewal had to be handed in, and since when it is possible again; null: never, or anew. */
  missedCutOff: { lastDay: LocalDate; again: LocalDate | null } | null;
  isRegistered: boolean;
};

/** The signed-in coach's way to a level: met, missing, where to get it. Throws `applications.level-not-found`. */
export async function getPath(ctx: Ctx, { level: slug }: { level: string }): Promise<Path> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = actor;
  const levels = await listLevels(ctx);
  const level = levels.find((each) => each.slug === slug);
  if (!level?.ruleSet) throw new DomainError('not-found', 'applications.level-not-found');
  const on = ctx.clock.today(level.framework.zone);
  const found = await loadOwnEligibility(ctx, actor, { levels, ruleSet: level.ruleSet, on });
  const open = await findOpenApplication(ctx.db, personId, level.id);
  const earlier = (await loadEarlierRenewals(ctx, [personId], [level]))({ personId, level });
  const renewal = await loadRenewal(ctx, { level, found, on, handedIn: { on, earlier } });
  return {
    level,
    ladder: levels.map(({ slug: each, name }) => ({ slug: each, name })),
    findings: found.findings,
    isReady: found.isReady,
    openApplicationId: open?.id ?? null,
    isHeld: isHeld(found.licences, level, on),
    isSuspended: isSuspended(found.licences, level.id, on),
    renewal,
    missedCutOff: renewal ? null : missedOf(level, found.licences, on),
    isRegistered: found.isRegistered,
  };
}

function missedOf(level: Level, licences: Eligibility['licences'], on: LocalDate): Path['missedCutOff'] {
  const newest = newestOf(licences, level.id, on);
  const rules = level.ruleSets.find(({ id }) => id === newest?.facts.ruleSetVersionId);
  return newest ? missedCutOff(newest, on, rules ?? NO_TERMS) : null;
}
