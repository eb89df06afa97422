import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getApplication } from '~/domain/applications/get-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import { isAgeAsked } from '~/domain/frameworks/is-age-asked.server';
import { giveBirthday } from '~/domain/identities/give-birthday.server';
import type { Actor } from '~/platform/actor';
import { type Cast, ladder, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

const at = (moment: string) => world.current.clock.set(moment);

/** A level for people of 18 years, from 2026 on. */
function grown(organisationId: string) {
  const base = ladder(organisationId);
  const [first] = base.levels;
  const [rules] = first?.ruleSets ?? [];
  if (!first || !rules) throw new Error('The test has no ladder');
  const prerequisites = {
    kind: 'all' as const,
    of: [
      { kind: 'registration' as const },
      { kind: 'any' as const, of: [{ kind: 'age' as const, years: 18 }] },
    ],
  };
  const later = { ...rules, prerequisites, components: [], effectiveFrom: '2026-01-01' };
  const levels = [{ ...first, slug: 'grown', ruleSets: [rules, later] }];
  return { ...base, slug: 'grown', numberPrefix: 'GRN', levels };
}

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineFramework(cast.as(cast.registrar), grown(cast.organisationId));
});

const ageOf = async (coach: Actor) => (await getPath(cast.as(coach), { level: 'grown' })).findings[1]?.of[0];

test('an age is asked for by rules in force only', async () => {
  at('2025-12-31T10:00:00Z');
  expect(await isAgeAsked(cast.as(null))).toBe(false);
  at('2025-12-31T19:30:00Z');
  expect(await isAgeAsked(cast.as(null))).toBe(true);
});

test('unknown, not reached, reached on the birthday where the framework is; nobody is shown the date', async () => {
  at('2026-11-27T10:00:00Z');
  const coach = await cast.newPerson('Coach');
  expect(await ageOf(coach)).toMatchObject({ kind: 'age', met: false, count: 18, ref: 'birthday' });
  const { applicationId } = await applyForLevel(cast.as(coach), {
    level: 'grown',
    languages: ['kk', 'ru'],
    note: '',
  });
  const decide = (act: 'confirm') =>
    decideApplication(cast.as(cast.registrar), { applicationId, act, note: '' });
  await giveBirthday(cast.as(coach), { birthOn: '2008-11-29' });
  expect(await ageOf(coach)).toMatchObject({ met: false, since: null, ref: null });
  await expect(decide('confirm')).rejects.toMatchObject({ code: 'applications.not-ready' });
  const [foreseen] = await previewDecisions(cast.as(cast.registrar), {
    act: 'issue',
    applicationIds: [applicationId],
  });
  expect(foreseen?.missing[0]?.of).toMatchObject([{ kind: 'age', count: 18, ref: null }]);
  at('2026-11-28T18:59:00Z');
  expect((await ageOf(coach))?.met).toBe(false);
  at('2026-11-28T19:01:00Z');
  const view = await getApplication(cast.as(cast.registrar), { applicationId });
  expect(view.findings[1]?.of).toMatchObject([
    { kind: 'age', met: true, since: null, validUntil: null, isOwnWord: true },
  ]);
  expect(JSON.stringify([view, await ageOf(coach)])).not.toMatch(/2008|"age":\d/);
  const correct = giveBirthday(cast.as(coach), { birthOn: '2008-11-27' });
  await expect(correct).rejects.toMatchObject({ code: 'identities.birthday-counted' });
  await decide('confirm');
  const later = giveBirthday(cast.as(coach), { birthOn: '2008-11-27' });
  await expect(later).rejects.toMatchObject({ code: 'identities.birthday-counted' });
  const told = await cast.as(null).db.auditDetail.findMany();
  expect(JSON.stringify(told.map(({ detail }) => detail))).not.toContain('2008-11');
});
