import { beforeAll, expect, test } from 'vitest';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { amending } from '../../support/amendments';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';
import { course } from '../learning/study-world';

const world = useWorld();
let cast: RenewalCast;
let slug: string;
let plain: string;

beforeAll(async () => {
  world.current.clock.set('2026-11-28T07:00:00Z');
  cast = await openRenewalCast(world.current);
  slug = (await course(world.current, { passPercent: 70 })).slug;
  plain = (await course(world.current, { questions: [] })).slug;
});

const desk = () => amending((actor) => cast.as(actor), 'keep');
const asked = (chosen: string | undefined, amount: number | null) => ({
  part: 'requirement' as const,
  into: 'top',
  kind: 'quiz-score' as const,
  course: chosen,
  amount,
});

test('the catalogue tells the pass mark, and where nothing is asked', async () => {
  const titles = await listCourseTitles(cast.as(null), { slugs: [slug, plain] });
  expect([titles.get(slug)?.quiz, titles.get(plain)?.quiz]).toEqual([{ passPercent: 70 }, null]);
});

test('a quiz result is added above the pass mark of a course that has a quiz, and approved', async () => {
  const { begin, edit, open, propose, approve } = desk();
  await begin(cast.registrar);
  const refused = async (chosen: string | undefined, amount: number | null, code: string, field: string) =>
    expect(edit(cast.registrar, asked(chosen, amount))).rejects.toMatchObject({ code, extras: { field } });
  await refused(undefined, 90, 'amendments.needs-course', 'course');
  await refused(slug, null, 'amendments.needs-amount', 'amount');
  await refused('none', 90, 'amendments.unknown-course', 'course');
  await refused(plain, 90, 'amendments.no-quiz', 'course');
  await refused(slug, 70, 'amendments.percent', 'amount');
  await refused(slug, 101, 'amendments.percent', 'amount');
  await edit(cast.registrar, asked(slug, 90));
  const drafted = await open(cast.registrar);
  expect(drafted.faults).toEqual([]);
  expect(drafted.sentences).toContainEqual({
    key: 'frameworks:rule.quiz-score',
    params: { percent: 90 },
    ref: `course:${slug}`,
  });
  await propose(cast.registrar);
  const passMark = async (passPercent: number) =>
    cast.as(null).db.courseVersion.updateMany({ where: { course: { slug } }, data: { passPercent } });
  await passMark(95);
  await expect(approve(cast.secondRegistrar)).rejects.toMatchObject({ code: 'amendments.faulty' });
  await passMark(70);
  await approve(cast.secondRegistrar);
  const [coming] = (await getRulebook(cast.as(cast.registrar), { level: 'keep' })).coming;
  const added = { kind: 'quiz-score', ref: `course:${slug}`, percent: 90 };
  expect(coming?.rules.prerequisites).toMatchObject({ kind: 'all', of: expect.arrayContaining([added]) });
});
