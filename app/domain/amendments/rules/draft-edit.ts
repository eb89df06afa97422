import {
  type ExpiryRule,
  latestCutOff,
  POINT_CATEGORIES,
  type PointsRule,
  type ReinstatementTier,
  type Requirement,
} from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';
import { DomainError } from '~/platform/errors';
import type { DraftEdit } from '../inputs';
import { type ComponentSource, withComponent, withComponentName } from './component-edit';
import { madeRequirement } from './made-requirement';

type Sent<P extends DraftEdit['part']> = Extract<DraftEdit, { part: P }>;
type Group = Extract<Requirement, { of: Requirement[] }>;
/** A part as it was sent; a new condition with what it is known by. */
export type PreparedEdit = Exclude<DraftEdit, { part: 'component' }> | (Sent<'component'> & ComponentSource);
type Author = { by: string; at: Date };

const isGroup = (requirement: Requirement | undefined): requirement is Group =>
  requirement !== undefined && 'of' in requirement;

/** The parts of the outermost "all", or the one requirement there is. */
export const topOf = ({ prerequisites }: Pick<DraftRules, 'prerequisites'>): readonly Requirement[] =>
  prerequisites.kind === 'all' ? prerequisites.of : [prerequisites];

const withTop = (rules: DraftRules, of: Requirement[]): DraftRules => {
  if (of.length === 0) throw new DomainError('conflict', 'amendments.last-requirement');
  if (of.length > 30) throw new DomainError('conflict', 'amendments.too-many');
  return { ...rules, prerequisites: { kind: 'all', of } };
};

function expiryOf({ expiry, span }: Sent<'terms'>): ExpiryRule {
  const least = expiry === 'months' || expiry === 'fiscal-year-end-after-anniversary' ? 1 : 0;
  const most = expiry === 'months' ? 600 : 50;
  if (span < least || span > most)
    throw new DomainError('invalid', 'amendments.span', { field: 'span', params: { least, most } });
  return expiry === 'months' ? { kind: 'months', months: span } : { kind: expiry, years: span };
}

function cutOffOf({ cutOffDays, ...sent }: Sent<'terms'>): number {
  const most = latestCutOff({ expiry: expiryOf({ ...sent, cutOffDays }), windowMonths: sent.windowMonths });
  if (cutOffDays > most)
    throw new DomainError('invalid', 'amendments.cut-off', { field: 'cutOffDays', params: { most } });
  return cutOffDays;
}

const withTerms = (rules: DraftRules, sent: Sent<'terms'>): DraftRules => ({
  ...rules,
  effectiveFrom: sent.effectiveFrom,
  expiry: expiryOf(sent),
  windowMonths: sent.windowMonths,
  graceMonths: sent.graceMonths,
  cutOffDays: cutOffOf(sent),
  keysRequired: sent.keysRequired === '2' ? 2 : 1,
});

function pointsOf({ asked, total, carryOver, least, most }: Sent<'points'>): PointsRule | null {
  if (!asked) return null;
  if (!total) throw new DomainError('invalid', 'amendments.total', { field: 'total' });
  const categories = POINT_CATEGORIES.flatMap((category) => {
    const minimum = least?.[category] ?? 0;
    const maximum = most?.[category] ?? null;
    if (maximum !== null && maximum < minimum)
      throw new DomainError('invalid', 'amendments.most-below-least', { field: `most.${category}` });
    return minimum === 0 && maximum === null ? [] : [{ category, minimum, maximum }];
  });
  return { total, categories, carryOver: carryOver ?? 0 };
}

/** A list of requirements with one more; one that is there already stays one. */
function including(list: readonly Requirement[], added: Requirement, most: number): Requirement[] {
  if (list.some((each) => JSON.stringify(each) === JSON.stringify(added))) return [...list];
  if (list.length >= most) throw new DomainError('conflict', 'amendments.too-many');
  return [...list, added];
}

const gone = () => new DomainError('conflict', 'amendments.changed-meanwhile');

/** A copy with the element at the index made anew, or left out by null. */
const replaced = <T>(list: readonly T[], at: number, made: T | null): T[] =>
  list.flatMap((each, index) => (index === at ? (made === null ? [] : [made]) : [each]));

function withRequirement(rules: DraftRules, sent: Sent<'requirement'>): DraftRules {
  const added = madeRequirement(sent);
  const top = topOf(rules);
  const { into } = sent;
  if (into === 'top') return withTop(rules, including(top, added, 30));
  if (into === 'new-all' || into === 'new-any')
    return withTop(rules, [...top, { kind: into === 'new-all' ? 'all' : 'any', of: [added] }]);
  if (into === 'new-at-least') return withTop(rules, [...top, { kind: 'at-least', count: 1, of: [added] }]);
  const index = Number(into.slice(1));
  if (into.startsWith('g')) {
    const group = top[index];
    if (!isGroup(group)) throw gone();
    return withTop(rules, replaced(top, index, { ...group, of: including(group.of, added, 30) }));
  }
  const tier = rules.reinstatement[index];
  if (!tier) throw gone();
  const requires = including(tier.requires, added, 20);
  return { ...rules, reinstatement: replaced(rules.reinstatement, index, { ...tier, requires }) };
}

/** The index of the list, and of the requirement in it. */
function placeOf(place: string): { list: 'top' | 'group' | 'tier'; at: number; inside: number } {
  const [outer = '', inner] = place.split('-');
  if (inner === undefined) return { list: 'top', at: Number(outer), inside: -1 };
  return {
    list: outer.startsWith('g') ? 'group' : 'tier',
    at: Number(outer.slice(1)),
    inside: Number(inner),
  };
}

/** A group that loses its last part is gone with it. */
function withoutRequirement(rules: DraftRules, { place }: Sent<'remove-requirement'>): DraftRules {
  const { list, at, inside } = placeOf(place);
  const top = topOf(rules);
  if (list === 'tier') {
    const tier = rules.reinstatement[at];
    if (!tier?.requires[inside]) throw gone();
    const requires = replaced(tier.requires, inside, null);
    return { ...rules, reinstatement: replaced(rules.reinstatement, at, { ...tier, requires }) };
  }
  const found = top[at];
  if (!found) throw gone();
  if (list === 'top') return withTop(rules, replaced(top, at, null));
  if (!isGroup(found) || !found.of[inside]) throw gone();
  const of = replaced(found.of, inside, null);
  return withTop(rules, replaced(top, at, of.length > 0 ? { ...found, of } : null));
}

/** How many of a group are asked for. */
function withGroup(rules: DraftRules, { place, kind, count }: Sent<'group'>): DraftRules {
  const top = topOf(rules);
  const group = top[Number(place)];
  if (!isGroup(group)) throw gone();
  if (kind !== 'at-least') return withTop(rules, replaced(top, Number(place), { kind, of: group.of }));
  if (!count || count > group.of.length)
    throw new DomainError('invalid', 'amendments.count', {
      field: 'count',
      params: { most: group.of.length },
    });
  return withTop(rules, replaced(top, Number(place), { kind, count, of: group.of }));
}

function withTier(rules: DraftRules, { months }: Sent<'tier'>): DraftRules {
  if (rules.reinstatement.some((tier) => tier.months === months)) return rules;
  if (rules.reinstatement.length >= 10) throw new DomainError('conflict', 'amendments.too-many');
  if (months <= rules.graceMonths)
    throw new DomainError('invalid', 'amendments.tier-in-grace', {
      field: 'months',
      params: { grace: rules.graceMonths },
    });
  const tiers: ReinstatementTier[] = [...rules.reinstatement, { months, requires: [] }];
  return { ...rules, reinstatement: tiers.sort((a, b) => a.months - b.months) };
}

/**
 * The draft with one part as it was sent. What is there already is not added twice, what is gone is not removed twice.
 * Throws `amendments.span`, `cut-off`, `total`, `most-below-least`, `count`, `tier-in-grace`, `needs-…` at their fields, and
 * `last-requirement`, `too-many`, `changed-meanwhile`.
 */
export function editedDraft(rules: DraftRules, sent: PreparedEdit, author: Author): DraftRules {
  switch (sent.part) {
    case 'terms':
      return withTerms(rules, sent);
    case 'points':
      return { ...rules, points: pointsOf(sent) };
    case 'requirement':
      return withRequirement(rules, sent);
    case 'remove-requirement':
      return withoutRequirement(rules, sent);
    case 'group':
      return withGroup(rules, sent);
    case 'tier':
      return withTier(rules, sent);
    case 'remove-tier':
      return { ...rules, reinstatement: rules.reinstatement.filter(({ months }) => months !== sent.months) };
    case 'component':
      return withComponent(rules, sent, author);
    case 'component-name':
      return withComponentName(rules, sent, author);
    case 'remove-component':
      return { ...rules, components: rules.components.filter(({ kind }) => kind !== sent.kind) };
  }
}
