import { type AcceptedCode, findAccepted } from '~/domain/conduct/find-accepted.server';
import { listInForce } from '~/domain/equivalences/list-in-force.server';
import type { InForce } from '~/domain/equivalences/types';
import { listEvidence } from '~/domain/evidence/list-evidence.server';
import type { EvidenceRow } from '~/domain/evidence/types';
import { allAsked } from '~/domain/frameworks/inputs';
import type { Level, RuleSet } from '~/domain/frameworks/types';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import type { HolderFacts, HolderRecord } from '~/domain/licensing/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { type LocalDate, localDateOf } from '~/platform/local-date';
import { countedFacts, externalsOf } from '../rules/counted';
import { type EligibilityFacts, eligibility } from '../rules/eligibility';
import type { Finding } from '../types';

/** What is known of a person on a day. */
export type PersonFile = {
  /** Null for the actor's own file: nobody describes the actor to themselves. */
  holder: HolderFacts | null;
  /** Has an account with a confirmed address. */
  isRegistered: boolean;
  evidence: EvidenceRow[];
  components: HolderRecord['components'];
  /** Every licence period of the person, with its state on the day. */
  licences: HolderRecord['licences'];
  /** What papers of others count for on the day: equivalences of the levels that the person has papers of. */
  inForce: readonly InForce[];
  /** Full years on the day, and whether they are the person's own word; null where not known, or nothing asks for it. */
  age: { years: number; isOwnWord: boolean } | null;
  /** Codes of conduct in force on the day that are accepted; empty where nothing asks for one. */
  codes: readonly AcceptedCode[];
};

export type Eligibility = Omit<PersonFile, 'components' | 'inForce' | 'age' | 'codes'> & {
  findings: Finding[];
  isReady: boolean;
  /** What the findings were made from, without what papers of others count for: that is for the award alone. */
  facts: EligibilityFacts;
};

type Question = { levels: readonly Level[]; ruleSet: RuleSet; on: LocalDate };

const IN_FORCE = ['active', 'renewable'];

/** What files hold only where rules ask for it: each costs a statement. */
export type Extras = { age: boolean; code: boolean };

/** What rules of some levels, of any time, ask for: a cycle is decided by the rules it began under. */
export function extrasOf(levels: readonly Pick<Level, 'ruleSets'>[]): Extras {
  const kinds = new Set(levels.flatMap(({ ruleSets }) => ruleSets.flatMap(allAsked)).map(({ kind }) => kind));
  return { age: kinds.has('age'), code: kinds.has('code-of-conduct') };
}

const NO_AGES: Awaited<ReturnType<Ctx['ports']['agesOn']>> = new Map();

type Asked = { personIds: readonly string[]; on: LocalDate; extras: Extras };

/** The files of people as they stand on a day, in as many statements as for one, and one more for each extra. Reads evidence with the rights of the actor. */
export async function loadFiles(ctx: Ctx, asked: Asked): Promise<ReadonlyMap<string, PersonFile>> {
  const holders = await ctx.ports.describeHolders(ctx, asked.personIds);
  return gather(ctx, asked, (personId) => {
    const holder = holders.get(personId) ?? null;
    return { holder, isRegistered: holder !== null && holder.mail !== null };
  });
}

type Person = Pick<PersonFile, 'holder' | 'isRegistered'>;

async function gather(
  ctx: Ctx,
  { personIds, on, extras }: Asked,
  personOf: (personId: string) => Person,
): Promise<ReadonlyMap<string, PersonFile>> {
  const evidence = await listEvidence(ctx, { personIds });
  const records = await getHolderRecords(ctx, { personIds, on });
  const externals = externalsOf([...evidence.values()].flat());
  const inForce = await listInForce(ctx, { externals, on });
  const codes = extras.code ? await findAccepted(ctx, { personIds, on }) : [];
  const ages = extras.age ? await ctx.ports.agesOn(ctx, { personIds, on }) : NO_AGES;
  const fileOf = (personId: string): PersonFile => ({
    ...personOf(personId),
    evidence: evidence.get(personId) ?? [],
    components: records.get(personId)?.components ?? [],
    licences: records.get(personId)?.licences ?? [],
    inForce,
    age: ages.get(personId) ?? null,
    codes: codes.filter((each) => each.personId === personId),
  });
  return new Map(personIds.map((personId) => [personId, fileOf(personId)]));
}

/** What a file has of what a rule set asks for, on the day that the file was read for. */
export function eligibilityOf(file: PersonFile, { levels, ruleSet, on }: Question): Eligibility {
  const { holder, isRegistered, evidence, components, licences, inForce, age, codes } = file;
  const slugs = new Map(levels.map(({ id, slug }) => [id, slug]));
  const qualifications = licences
    .filter(({ standing }) => IN_FORCE.includes(standing.state))
    .map(({ facts: { levelId, from, until } }) => ({ level: slugs.get(levelId) ?? '', from, until }));
  const framework = levels.find(({ id }) => id === ruleSet.levelId)?.framework;
  const accepted = codes.find(({ frameworkId }) => frameworkId === framework?.id);
  const codeAcceptedOn = accepted && framework ? localDateOf(accepted.acceptedAt, framework.zone) : null;
  const facts = { on, isRegistered, age, codeAcceptedOn, evidence, components, qualifications };
  const level = { id: ruleSet.levelId, slug: slugs.get(ruleSet.levelId) ?? '' };
  const counted = countedFacts(evidence, inForce, { level, on });
  return { ...eligibility(ruleSet, { ...facts, counted }), evidence, holder, isRegistered, licences, facts };
}

const NOTHING: PersonFile = {
  ...{
    holder: null,
    isRegistered: false,
    evidence: [],
    components: [],
    licences: [],
    inForce: [],
    age: null,
    codes: [],
  },
};

const extrasFor = ({ levels, ruleSet }: Question): Extras =>
  extrasOf(levels.filter(({ id }) => id === ruleSet.levelId));

/** The same for one person. */
export async function loadEligibility(
  ctx: Ctx,
  { personId, ...question }: Question & { personId: string },
): Promise<Eligibility> {
  const files = await loadFiles(ctx, { personIds: [personId], on: question.on, extras: extrasFor(question) });
  return eligibilityOf(files.get(personId) ?? NOTHING, question);
}

/** The same for the actor in two statements, evidence and licences with their conditions; one more for each extra, and for papers of others. */
export async function loadOwnEligibility(ctx: Ctx, actor: Actor, question: Question): Promise<Eligibility> {
  const { personId, emailConfirmed: isRegistered } = actor;
  const asked = { personIds: [personId], on: question.on, extras: extrasFor(question) };
  const files = await gather(ctx, asked, () => ({ holder: null, isRegistered }));
  return eligibilityOf(files.get(personId) ?? NOTHING, question);
}
