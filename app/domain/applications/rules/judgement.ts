import type { Level, RuleSet } from '~/domain/frameworks/types';
import { isOwnRecord } from '~/domain/licensing/policy';
import type { Actor } from '~/platform/actor';
import type { LocalDate } from '~/platform/local-date';
import type { Eligibility } from '../data/eligibility.server';
import type { ApplicationRow, CountedBy, DecideAct, Finding, Key, Lack, Renewal } from '../types';
import { applicationState, type Obstacle, obstacle } from './application-state';
import { countedIn } from './eligibility';
import { isHeld, isSuspended } from './renewal';

/** Everything that decides an application, as somebody sees it on a day. */
export type Case = {
  application: ApplicationRow;
  level: Level;
  ruleSet: RuleSet;
  actor: Actor;
  on: LocalDate;
  found: Eligibility;
  /** Of an application for renewal that is possible today. */
  renewal: Renewal | null;
};

export type Objection =
  | Obstacle
  | 'applications.own-record'
  | 'applications.not-renewable'
  | 'applications.suspended'
  | 'applications.not-ready'
  | 'applications.already-held'
  | 'applications.no-signatory'
  | 'applications.decide-singly';

/** What still keeps an award or a renewal away, whoever acts. */
function unready({ application, found, level, on, renewal }: Case): Objection | null {
  const { kind } = application;
  if (kind === 'renewal' && !renewal) return 'applications.not-renewable';
  if (kind === 'award' && isSuspended(found.licences, level.id, on)) return 'applications.suspended';
  const isReady = kind === 'renewal' ? renewal?.isReady : found.isReady;
  if (!isReady) return 'applications.not-ready';
  if (kind === 'award' && isHeld(found.licences, level, on)) return 'applications.already-held';
  return null;
}

/** Nobody is in office on the day who signs the document that a confirmation makes. */
const unsigned = ({ level, on }: Case): Objection | null =>
  level.framework.signatories.some(({ from, until }) => from <= on && (until === null || on <= until))
    ? null
    : 'applications.no-signatory';

/** Why the act may not be done now; null when it may. Whether the actor reaches the application is asked apart. */
export function objection(now: Case, act: DecideAct): Objection | null {
  const { application, ruleSet, actor } = now;
  if (isOwnRecord(actor, application.personId)) return 'applications.own-record';
  const { decisions } = application;
  const facts = { decisions, keysRequired: ruleSet.keysRequired, actorId: actor.accountId };
  const stop = obstacle(act, facts);
  if (stop || (act !== 'propose' && act !== 'confirm')) return stop;
  return unready(now) ?? (act === 'confirm' ? unsigned(now) : null);
}

/** By which papers of others the way to an award counts as gone, where the decision rests on it. */
export const countedFor = ({ application, found }: Case, act: DecideAct): CountedBy[] =>
  application.kind === 'award' && (act === 'propose' || act === 'confirm') ? countedIn(found.findings) : [];

/** Those that count under conditions in words, which somebody has to check. */
export const conditioned = (counted: readonly CountedBy[]): CountedBy[] =>
  counted.filter(({ conditions }) => conditions !== null);

/** Why the act may not be done together with others: nobody checks conditions in words there. */
export const togetherObjection = (now: Case, act: DecideAct): Objection | null =>
  objection(now, act) ?? (conditioned(countedFor(now, act)).length > 0 ? 'applications.decide-singly' : null);

/** The key that is due where «issue» is asked for: two keys begin with a proposal. */
export const dueKey = ({ application, ruleSet }: Case): Key =>
  ruleSet.keysRequired === 2 && applicationState(application.decisions) === 'submitted'
    ? 'propose'
    : 'confirm';

/** Of a group only the parts that are not met, and how many of them are still needed. */
function lackOf({ kind, ref, name, count, have = null, category = null, of }: Finding): Lack {
  const isMet = of.filter(({ met }) => met).length;
  const needed = kind === 'at-least' && count !== null ? count - isMet : count;
  return { kind, ref, name, count: needed, have, category, of: unmet(of) };
}

const unmet = (findings: readonly Finding[]): Lack[] => findings.filter(({ met }) => !met).map(lackOf);

/** The points of the cycle, where they are too few: in all, and of each kind. */
function lackingPoints({ points }: Renewal): Lack[] {
  if (!points || points.met) return [];
  const lack = (have: number, count: number, category: Lack['category']): Lack[] =>
    have < count ? [{ kind: 'cycle-points', ref: null, name: null, count, have, category, of: [] }] : [];
  return [
    ...lack(points.total, points.required, null),
    ...points.categories.flatMap((each) => lack(each.points, each.minimum, each.category)),
  ];
}

/** What is missing of an award or of its renewal, where that is what stands against it. */
export function missingFor(code: Objection | null, { application, found, renewal }: Case): Lack[] {
  if (code !== 'applications.not-ready') return [];
  if (application.kind !== 'renewal') return unmet(found.findings);
  return renewal ? [...unmet(renewal.findings), ...lackingPoints(renewal)] : [];
}
