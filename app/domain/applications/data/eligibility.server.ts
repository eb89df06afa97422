import { listInForce } from '~/domain/equivalences/list-in-force.server';
import type { InForce } from '~/domain/equivalences/types';
import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import type { HolderFacts, HolderRecord } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { countedFacts, externalsOf } from '../rules/counted';
import { type EligibilityFacts, eligibility } from '../rules/eligibility';
import type { Finding } from '../types';

/** What is known of a person on a day. */
export type PersonFile = {
  holder: HolderFacts | null;
  evidence: EvidenceRow[];
  components: HolderRecord['components'];
  /** Every licence period of the person, with its state on the day. */
  licences: HolderRecord['licences'];
  /** What papers of others count for on the day: equivalences of the levels that the person has papers of. */
  inForce: readonly InForce[];
};

export type Eligibility = Omit<PersonFile, 'components' | 'inForce'> & {
  findings: Finding[];
  isReady: boolean;
  /** What the findings were made from, without what papers of others count for: that is for the award alone. */
  facts: EligibilityFacts;
};

type Question = { levels: readonly Level[]; ruleSet: RuleSet; on: LocalDate };

const IN_FORCE = ['active', 'renewable'];

/** The files of people as they stand on a day, in as many statements as for one. Reads evidence with the rights of the actor. */
export async function loadFiles(
  ctx: Ctx,
  { personIds, on }: { personIds: readonly string[]; on: LocalDate },
): Promise<ReadonlyMap<string, PersonFile>> {
  const holders = await ctx.ports.describeHolders(ctx, personIds);
  const evidence = await listEvidence(ctx, { personIds });
  const records = await getHolderRecords(ctx, { personIds, on });
  const externals = externalsOf([...evidence.values()].flat());
  const inForce = await listInForce(ctx, { externals, on });
  const fileOf = (personId: string): PersonFile => ({
    holder: holders.get(personId) ?? null,
    evidence: evidence.get(personId) ?? [],
    components: records.get(personId)?.components ?? [],
    licences: records.get(personId)?.licences ?? [],
    inForce,
  });
  return new Map(personIds.map((personId) => [personId, fileOf(personId)]));
}

/** What a file has of what a rule set asks for, on the day that the file was read for. */
export function eligibilityOf(file: PersonFile, { levels, ruleSet, on }: Question): Eligibility {
  const { holder, evidence, components, licences, inForce } = file;
  const slugs = new Map(levels.map(({ id, slug }) => [id, slug]));
  const qualifications = licences
    .filter(({ standing }) => IN_FORCE.includes(standing.state))
    .map(({ facts: { levelId, from, until } }) => ({ level: slugs.get(levelId) ?? '', from, until }));
  const isRegistered = holder !== null && holder.mail !== null;
  const facts = { on, isRegistered, evidence, components, qualifications };
  const level = { id: ruleSet.levelId, slug: slugs.get(ruleSet.levelId) ?? '' };
  const counted = countedFacts(evidence, inForce, { level, on });
  return { ...eligibility(ruleSet, { ...facts, counted }), evidence, holder, licences, facts };
}

const NOTHING: PersonFile = { holder: null, evidence: [], components: [], licences: [], inForce: [] };

/** The same for one person. */
export async function loadEligibility(
  ctx: Ctx,
  { personId, ...question }: Question & { personId: string },
): Promise<Eligibility> {
  const files = await loadFiles(ctx, { personIds: [personId], on: question.on });
  return eligibilityOf(files.get(personId) ?? NOTHING, question);
}
