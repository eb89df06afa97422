import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import { getHolderRecord } from '~/domain/licensing/get-holder-record.server';
import type { HolderFacts, HolderRecord } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { type EligibilityFacts, eligibility } from '../rules/eligibility';
import type { Finding } from '../types';

export type Eligibility = {
  findings: Finding[];
  isReady: boolean;
  evidence: EvidenceRow[];
  /** Every licence period of the person, with its state on the day. */
  licences: HolderRecord['licences'];
  holder: HolderFacts | null;
  /** What the findings were made from. */
  facts: EligibilityFacts;
};

type Question = { personId: string; levels: readonly Level[]; ruleSet: RuleSet; on: LocalDate };

const IN_FORCE = ['active', 'renewable'];

/** What a person has of what a rule set asks for, on a day. Reads evidence with the rights of the actor. */
export async function loadEligibility(
  ctx: Ctx,
  { personId, levels, ruleSet, on }: Question,
): Promise<Eligibility> {
  const holder = await ctx.ports.describeHolder(ctx, personId);
  const evidence = await listEvidence(ctx, { personId });
  const { licences, components } = await getHolderRecord(ctx, { personId, on });
  const slugs = new Map(levels.map(({ id, slug }) => [id, slug]));
  const qualifications = licences
    .filter(({ standing }) => IN_FORCE.includes(standing.state))
    .map(({ facts: { levelId, from, until } }) => ({ level: slugs.get(levelId) ?? '', from, until }));
  const isRegistered = holder !== null && holder.mail !== null;
  const facts = { on, isRegistered, evidence, components, qualifications };
  return { ...eligibility(ruleSet, facts), evidence, holder, licences, facts };
}
