import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import type { DefineFrameworkInput } from '~/domain/frameworks/inputs';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { type Cast, ladder, openCast } from './cast';
import type { TestWorld } from './database';

export type RenewalCast = Cast & {
  /** A course that only gives points. */
  earn(person: Actor, points: number, occurredOn: string): Promise<void>;
};

/**
 * The level `keep`: six points of courses in a cycle, two pass on; two years at first, one year for periods that begin
 * in 2026 or later; window three months, grace three, then a tier of twelve with the course anew.
 */
function keep(organisationId: string): DefineFrameworkInput {
  const base = ladder(organisationId);
  const [first] = base.levels;
  const [rules] = first?.ruleSets ?? [];
  if (!first || !rules) throw new Error('The test has no ladder');
  const kept: (typeof first.ruleSets)[number] = {
    ...rules,
    windowMonths: 3,
    graceMonths: 3,
    points: { total: 6, categories: [{ category: 'course', minimum: 4, maximum: null }], carryOver: 2 },
    reinstatement: [{ months: 12, requires: [{ kind: 'course', ref: 'course:safe' }] }],
  };
  const later = { ...kept, effectiveFrom: '2026-01-01', expiry: { kind: 'months' as const, months: 12 } };
  const levels = [{ ...first, slug: 'keep', ruleSets: [kept, later] }];
  return { ...base, slug: 'renewals', numberPrefix: 'RNW', levels };
}

/** A cast with that level. */
export async function openRenewalCast(world: TestWorld): Promise<RenewalCast> {
  const cast = await openCast(world);
  await defineFramework(cast.as(cast.registrar), keep(cast.organisationId));
  return {
    ...cast,
    async earn({ personId }, points, occurredOn) {
      await recordCourseCompletion(cast.as(null), {
        sourceId: newId(),
        personId,
        ref: `course:more-${points}-${occurredOn}@1`,
        title: authored('en', { en: 'More' }),
        points,
        occurredOn,
      });
    },
  };
}
