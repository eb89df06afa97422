import type { EvidenceRow } from '~/domain/evidence/types';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Holder, IssuedDocument } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { findApplication } from './data/applications.server';
import { handedInBy, loadEarlierRenewals } from './data/earlier-renewals.server';
import { type Eligibility, loadEligibility } from './data/eligibility.server';
import { loadRenewal } from './data/renewal.server';
import { applicationState, possibleActs } from './rules/application-state';
import { countedIn } from './rules/eligibility';
import { conditioned } from './rules/judgement';
import type {
  ApplicationDecision,
  ApplicationRow,
  ApplicationState,
  CountedBy,
  DecideAct,
  Finding,
  LevelName,
  Renewal,
} from './types';

export type ApplicationView = {
  application: ApplicationRow;
  state: ApplicationState;
  level: Level;
  /** Names of all levels, for the requirements that speak of others. */
  ladder: LevelName[];
  keysRequired: 1 | 2;
  holder: Holder;
  findings: readonly Finding[];
  isReady: boolean;
  /** Papers of others that count under conditions in words, which who decides has to check. */
  conditions: CountedBy[];
  /** Of an application for renewal that is possible today. */
  renewal: Renewal | null;
  evidence: EvidenceRow[];
  decisions: (ApplicationDecision & { actorName: string })[];
  /** What the reader may do now. */
  acts: DecideAct[];
  isOwn: boolean;
  awarded: { qualificationId: string; document: IssuedDocument | null } | null;
};

/** One application with what is met and what is missing today. Throws `applications.not-a-registrar`, `applications.application-not-found`. */
export async function getApplication(
  ctx: Ctx,
  { applicationId }: { applicationId: string },
): Promise<ApplicationView> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const levels = await listLevels(ctx);
  const application = isId(applicationId) ? await findApplication(ctx.db, applicationId) : null;
  const level = levels.find(({ id }) => id === application?.levelId);
  const ruleSet = level?.ruleSets.find(({ id }) => id === application?.ruleSetVersionId);
  const holder = application ? await ctx.ports.describeHolder(ctx, application.personId) : null;
  if (!application || !level || !ruleSet || !holder || !isWithin(scopeOf(actor, levels), application)) {
    throw new DomainError('not-found', 'applications.application-not-found');
  }
  const { personId, decisions } = application;
  const on = ctx.clock.today(level.framework.zone);
  const found = await loadEligibility(ctx, { personId, levels, ruleSet, on });
  const isRenewal = application.kind === 'renewal';
  const renewal = await renewalOf(ctx, application, { level, found, on });
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(decisions.map(({ actorId }) => actorId))]);
  const isOwn = isOwnRecord(actor, personId);
  const { keysRequired } = ruleSet;
  const state = applicationState(decisions);
  return {
    application,
    state,
    level,
    ladder: levels.map(({ slug, name }) => ({ slug, name })),
    keysRequired,
    holder,
    ...(isRenewal ? readinessOf(renewal) : awardOf(found)),
    renewal,
    evidence: found.evidence,
    decisions: decisions.map((each) => ({ ...each, actorName: names.get(each.actorId) ?? '' })),
    acts: isOwn ? [] : possibleActs({ decisions, keysRequired, actorId: actor.accountId }),
    isOwn,
    awarded: state === 'awarded' ? await findAwarded(ctx, application, found.licences) : null,
  };
}

async function renewalOf(
  ctx: Ctx,
  application: ApplicationRow,
  question: { level: Level; found: Eligibility; on: LocalDate },
): Promise<Renewal | null> {
  if (application.kind !== 'renewal') return null;
  const earlierOf = await loadEarlierRenewals(ctx, [application.personId], [question.level]);
  const handedIn = handedInBy({ application, level: question.level }, earlierOf);
  return loadRenewal(ctx, { ...question, handedIn });
}

type Readiness = Pick<ApplicationView, 'findings' | 'isReady' | 'conditions'>;

const awardOf = ({ findings, isReady }: Eligibility): Readiness => ({
  findings,
  isReady,
  conditions: conditioned(countedIn(findings)),
});

const readinessOf = (renewal: Renewal | null): Readiness => ({
  conditions: [],
  findings: renewal?.findings ?? [],
  isReady: renewal?.isReady ?? false,
});

async function findAwarded(
  ctx: Ctx,
  { levelId }: ApplicationRow,
  licences: Eligibility['licences'],
): Promise<ApplicationView['awarded']> {
  const qualificationId = licences.findLast(({ facts }) => facts.levelId === levelId)?.facts.qualificationId;
  if (!qualificationId) return null;
  const documents = await ctx.ports.documentsOf(ctx, [qualificationId]);
  return { qualificationId, document: documents.get(qualificationId)?.[0] ?? null };
}
