import { beforeAll, expect, test } from 'vitest';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { planPeriod } from '~/domain/frameworks/plan-period.server';
import { type Cast, ladder, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

test('the ladder is read back in order, explained in sentences', async () => {
  const levels = await listLevels(cast.as(null));
  expect(levels.map(({ slug, rank }) => [slug, rank])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
  expect(levels[0]?.explanation.map(({ key }) => key)).toEqual([
    'frameworks:rule.registration',
    'frameworks:rule.course',
    'frameworks:rule.practical',
    'frameworks:rule.component',
    'frameworks:expiry.months',
    'frameworks:rule.window',
    'frameworks:rule.grace',
    'frameworks:rule.one-key',
  ]);
  expect(levels[1]?.explanation.at(-1)?.key).toBe('frameworks:rule.two-keys');
});

test('a rule change from a day leaves everything before it as it was', async () => {
  const changed = ladder(cast.organisationId);
  const first = changed.levels[0];
  if (!first) throw new Error('no level');
  const [old] = first.ruleSets;
  if (!old) throw new Error('no rules');
  first.slug = 'changed';
  first.ruleSets = [{ ...old, effectiveFrom: '2027-01-01', expiry: { kind: 'months', months: 12 } }, old];
  await defineFramework(cast.as(cast.registrar), { ...changed, slug: 'changed-ladder', levels: [first] });
  const level = await getLevel(cast.as(null), { slug: 'changed' });
  const before = await getRuleSet(cast.as(null), { levelId: level.id, on: '2026-12-31' });
  const after = await getRuleSet(cast.as(null), { levelId: level.id, on: '2027-01-01' });
  expect([before.number, after.number]).toEqual([1, 2]);
  const plan = await planPeriod(cast.as(null), { ruleSetId: before.id, from: '2027-02-01' });
  expect(plan.until).toBe('2029-01-31');
  await expect(getRuleSet(cast.as(null), { levelId: level.id, on: '2019-12-31' })).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('only the registrar of the organisation defines it, once, without collisions', async () => {
  const input = ladder(cast.organisationId);
  await expect(defineFramework(cast.as(cast.assessor), input)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(defineFramework(cast.as(cast.registrar), input)).rejects.toMatchObject({
    code: 'frameworks.exists',
  });
  const twice = {
    ...input,
    slug: 'twice',
    levels: input.levels.map((level) => ({ ...level, slug: `${level.slug}-x`, rank: 1 })),
  };
  await expect(defineFramework(cast.as(cast.registrar), twice)).rejects.toMatchObject({
    code: 'frameworks.not-clear',
  });
  const [level] = input.levels;
  const [rules] = level?.ruleSets ?? [];
  if (!level || !rules) throw new Error('no rules');
  const points = {
    total: 4,
    categories: [{ category: 'course' as const, minimum: 4, maximum: 3 }],
    carryOver: 0,
  };
  const tooEarly = [{ months: rules.graceMonths, requires: [] }];
  for (const wrong of [{ points }, { reinstatement: tooEarly }]) {
    const levels = [{ ...level, slug: 'wrong', ruleSets: [{ ...rules, ...wrong }] }];
    const unclear = defineFramework(cast.as(cast.registrar), { ...input, slug: 'wrong', levels });
    await expect(unclear).rejects.toMatchObject({ code: 'frameworks.not-clear' });
  }
  await expect(getLevel(cast.as(null), { slug: '../etc' })).rejects.toMatchObject({ kind: 'not-found' });
});
