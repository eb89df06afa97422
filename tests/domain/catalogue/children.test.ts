import { beforeAll, describe, expect, it } from 'vitest';
import { definePath } from '~/domain/catalogue/define-path.server';
import { type AgeGroup, listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { useWorld } from '../../support/database';
import { person, type StudyCourse, text } from '../learning/study-world';
import { type CatalogueWorld, openCatalogue } from './catalogue-world';

const world = useWorld();
let house: CatalogueWorld;
let throws: StudyCourse;
let chokes: StudyCourse;

beforeAll(async () => {
  house = await openCatalogue(world.current);
  throws = await house.course({ ages: ['school'], techniques: ['o-goshi', 'kesa-gatame'] });
  chokes = await house.course({ ages: ['professional'], techniques: ['sankaku-jime'] });
});

const path = (slug: string, ageGroup: AgeGroup, courses: readonly StudyCourse[], by = house.instructor) =>
  definePath(by, {
    ...{
      slug,
      organisationId: house.organisationId,
      position: 1,
      ageGroup,
      title: text('Path'),
      summary: text('S'),
    },
    steps: courses.map((course) => ({ course: course.slug, note: text('Why') })),
  });

const stepsOf = async (slug: string) =>
  (await listPaths(world.current.ctx(), { slug })).flatMap(({ steps }) => steps.map((step) => step.slug));

const listAll = () => world.current.ctx().db.technique.findMany({ select: { id: true, class: true } });

const REFUSED = { kind: 'invalid', code: 'catalogue.not-for-children' };

describe('chokes and locks are never offered to primary school', () => {
  it('every one of them is refused in a course for school or children, and lawful for athletes', async () => {
    const techniques = await listAll();
    const forbidden = techniques.filter((each) => ['shime-waza', 'kansetsu-waza'].includes(each.class));
    expect(forbidden).toHaveLength(22);
    for (const { id } of forbidden)
      for (const age of ['school', 'children'] as const)
        await expect(
          house.classify(throws.slug, { ages: [age], techniques: [id] }),
          id,
        ).rejects.toMatchObject(REFUSED);
    for (const term of ['shime-waza', 'kansetsu-waza'])
      await expect(house.classify(throws.slug, { ages: ['school'], terms: [term] })).rejects.toMatchObject(
        REFUSED,
      );
    await house.classify(chokes.slug, { ages: ['professional'], techniques: forbidden.map(({ id }) => id) });
  });

  it('every throw and every pin may be taught', async () => {
    const techniques = await listAll();
    const lawful = techniques.filter((each) => !['shime-waza', 'kansetsu-waza'].includes(each.class));
    await house.classify(throws.slug, {
      ages: ['school', 'children'],
      techniques: lawful.map(({ id }) => id),
    });
    expect(lawful).toHaveLength(78);
  });

  it('a path for them refuses such a course, whatever its age groups say', async () => {
    await expect(path('bad-school', 'school', [throws, chokes])).rejects.toMatchObject(REFUSED);
    await expect(path('bad-children', 'children', [chokes])).rejects.toMatchObject(REFUSED);
    await path('athletes', 'professional', [throws, chokes]);
    expect(await stepsOf('athletes')).toEqual([throws.slug, chokes.slug]);
  });

  it('a course that learns to choke later leaves the path by itself, with what asks for it', async () => {
    const turned = await house.course({ ages: [] });
    const after = await house.course({ ages: ['school'] }, { prerequisites: [turned.slug] });
    await path('school', 'school', [throws, turned, after]);
    expect(await stepsOf('school')).toEqual([throws.slug, turned.slug, after.slug]);
    await house.classify(turned.slug, { ages: [], techniques: ['ude-garami'] });
    expect(await stepsOf('school')).toEqual([throws.slug, after.slug]);
    const [school] = await listPaths(world.current.ctx(), { slug: 'school' });
    expect(JSON.stringify(school)).not.toContain(turned.slug);
  });

  it('nor does the list of courses for school or children hold one', async () => {
    for (const age of ['school', 'children'] as const) {
      const { courses } = await listCourses(world.current.ctx(), listCoursesInput.parse({ age }));
      expect(courses.map(({ slug }) => slug)).not.toContain(chokes.slug);
    }
  });
});

describe('a path', () => {
  it('draws what comes before what', async () => {
    const first = await house.course({});
    const second = await house.course({});
    const third = await house.course({}, { prerequisites: [first.slug] });
    await path('drawn', 'professional', [first, second, third]);
    const [drawn] = await listPaths(world.current.ctx(), { slug: 'drawn' });
    expect(drawn?.steps.map(({ row }) => row.lanes.map(({ kind }) => kind).join())).toEqual([
      'begins',
      'through',
      'ends',
    ]);
    expect(drawn?.steps[2]?.after).toMatchObject([{ slug: first.slug, title: { original: 'en' } }]);
    expect(drawn?.hours).toBe(13.5);
  });

  it('is written by instructors alone, once, of courses that exist', async () => {
    const editor = world.current.ctx(await person(world.current, ['editor']));
    await expect(path('editors', 'school', [throws], editor)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(path('athletes', 'school', [throws])).rejects.toMatchObject({
      code: 'catalogue.path-exists',
    });
    await expect(path('twice', 'school', [throws, throws])).rejects.toMatchObject({
      code: 'catalogue.no-such-course',
    });
    await expect(path('none', 'school', [{ ...throws, slug: 'none' }])).rejects.toMatchObject({
      code: 'catalogue.no-such-course',
    });
    await expect(house.classify(throws.slug, { techniques: ['no-such-waza'] })).rejects.toMatchObject({
      code: 'catalogue.no-such-technique',
    });
    await expect(house.classify(throws.slug, { themes: ['no-such-theme'] })).rejects.toMatchObject({
      code: 'catalogue.no-such-theme',
    });
    await expect(house.classify('no-such-course', {})).rejects.toMatchObject({ kind: 'not-found' });
  });
});
