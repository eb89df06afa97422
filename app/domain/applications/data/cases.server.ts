import type { Level } from '~/domain/frameworks/types';
import { isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import type { Case } from '../rules/judgement';
import type { ApplicationRow } from '../types';
import { handedInBy, loadEarlierRenewals } from './earlier-renewals.server';
import { eligibilityOf, extrasOf, loadFiles, type PersonFile } from './eligibility.server';
import { loadRenewal } from './renewal.server';

type Placed = Pick<Case, 'application' | 'level' | 'ruleSet' | 'on'>;

/** With its level and rules, where the actor reaches it. */
function placed(
  ctx: Ctx,
  { actor, levels }: { actor: Actor; levels: readonly Level[] },
  application: ApplicationRow,
): Placed | null {
  const level = levels.find(({ id }) => id === application.levelId);
  const ruleSet = level?.ruleSets.find(({ id }) => id === application.ruleSetVersionId);
  if (!level || !ruleSet || !isWithin(scopeOf(actor, levels), application)) return null;
  return { application, level, ruleSet, on: ctx.clock.today(level.framework.zone) };
}

/** The files of everybody, each for the day in the zone of what is asked for. */
async function filesOf(ctx: Ctx, all: readonly Placed[]): Promise<(each: Placed) => PersonFile | undefined> {
  const days = new Map<LocalDate, ReadonlyMap<string, PersonFile>>();
  for (const on of new Set(all.map((each) => each.on))) {
    const placed = all.filter((each) => each.on === on);
    const personIds = [...new Set(placed.map(({ application }) => application.personId))];
    const extras = extrasOf(placed.map(({ level }) => level));
    days.set(on, await loadFiles(ctx, { personIds, on, extras }));
  }
  return ({ on, application }) => days.get(on)?.get(application.personId);
}

/**
 * Finds out everything that decides the applications, as the actor sees them; those that the actor does not reach are
 * left out. Renewals cost two statements each, everything else is read for all at once.
 */
export async function openCases(
  ctx: Ctx,
  actor: Actor,
  { levels, applications }: { levels: readonly Level[]; applications: readonly ApplicationRow[] },
): Promise<Map<string, Case>> {
  const reached = applications.flatMap((application) => placed(ctx, { actor, levels }, application) ?? []);
  const fileOf = await filesOf(ctx, reached);
  const renewing = reached.flatMap(({ application }) =>
    application.kind === 'renewal' ? [application.personId] : [],
  );
  const earlierOf = renewing.length > 0 ? await loadEarlierRenewals(ctx, renewing, levels) : () => [];
  const cases = new Map<string, Case>();
  for (const each of reached) {
    const { application, level, ruleSet, on } = each;
    const file = fileOf(each);
    if (!file) continue;
    const found = eligibilityOf(file, { levels, ruleSet, on });
    const handedIn = handedInBy(each, earlierOf);
    const renewal =
      application.kind === 'renewal' ? await loadRenewal(ctx, { level, found, on, handedIn }) : null;
    cases.set(application.id, { ...each, actor, found, renewal });
  }
  return cases;
}
