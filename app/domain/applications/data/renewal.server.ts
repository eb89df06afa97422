import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import type { Level } from '~/domain/frameworks/types';
import { listPoints } from '~/domain/ledger/list-points.server';
import type { StandingFacts } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { eligibility } from '../rules/eligibility';
import { type HandedIn, handedInOn } from '../rules/handing-in';
import { countCycle, earnedIn } from '../rules/points';
import { cutOffOf, newestOf, renewalChance } from '../rules/renewal';
import type { Renewal } from '../types';
import type { Eligibility } from './eligibility.server';

type Question = { level: Level; found: Eligibility; on: LocalDate };
type Asked = Question & { handedIn: HandedIn };

/** What a renewal of the level asks for on a day and what is there; null when it cannot be renewed then. */
export async function loadRenewal(ctx: Ctx, { level, found, on, handedIn }: Asked): Promise<Renewal | null> {
  const held = newestOf(found.licences, level.id, on);
  const old = level.ruleSets.find(({ id }) => id === held?.facts.ruleSetVersionId);
  const chance = held && old ? renewalChance(held, on, old, handedInOn(handedIn, held.facts)) : null;
  if (!held || !old || !chance) return null;
  const { facts } = held;
  const begins = on <= facts.until ? addDays(facts.until, 1) : on;
  const { components } = await getRuleSet(ctx, { levelId: level.id, on: begins });
  const isLate = chance.way === 'reinstatement';
  const { findings, isReady } = eligibility(
    { prerequisites: { kind: 'all', of: [...chance.requires] }, components },
    { ...found.facts, anewAfter: isLate ? facts.until : null },
  );
  const cutOff = cutOffOf(held, on, old);
  const points = old.points ? await countOf(ctx, { level, found, on }, facts, old.points) : null;
  return {
    qualificationId: facts.qualificationId,
    periodId: facts.periodId,
    ruleSetVersionId: old.id,
    way: chance.way,
    lastDay: chance.lastDay,
    handInBy: cutOff && !cutOff.isMissed ? cutOff.lastDay : null,
    begins,
    findings,
    points,
    isReady: isReady && (points?.met ?? true),
  };
}

async function countOf(
  ctx: Ctx,
  { level, found, on }: Question,
  cycle: StandingFacts,
  rule: Parameters<typeof countCycle>[0],
) {
  const { personId } = cycle;
  const ledger = await listPoints(ctx, { personId, frameworkId: level.framework.id });
  const { carried, earned } = earnedIn(cycle, on, found.evidence, ledger);
  return countCycle(rule, carried, earned);
}
