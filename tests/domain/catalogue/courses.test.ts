import { beforeAll, describe, expect, it } from 'vitest';
import { createCourse } from '~/domain/catalogue/create-course.server';
import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import { findLesson } from '~/domain/catalogue/find-lesson.server';
import { getCourse } from '~/domain/catalogue/get-course.server';
import { getOutline } from '~/domain/catalogue/get-outline.server';
import { type ListCoursesInput, listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { publishVersion } from '~/domain/catalogue/publish-version.server';
import { authored } from '~/i18n/content';
import { queryCount } from '~/platform/db/connect.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { course, organisation, person, type StudyCourse, text } from '../learning/study-world';

const world = useWorld();
let ukemi: StudyCourse;
let advanced: StudyCourse;

beforeAll(async () => {
  const title = authored('en', {
    en: 'Ukemi for children',
    ru: 'Укэми для детей: «Ёжик»',
    kk: 'Балаларға арналған ұстау',
    ja: '子どもの受身',
  });
  ukemi = await course(world.current, { title, summary: text('Falling safely'), mandatory: false });
  advanced = await course(world.current, { level: 2, prerequisites: [ukemi.slug] });
});

const found = async (filter: Partial<ListCoursesInput>): Promise<string[]> => {
  const { courses } = await listCourses(world.current.ctx(), { ...listCoursesInput.parse({}), ...filter });
  return courses.map(({ slug }) => slug);
};

describe('finding courses', () => {
  it.each(['ukemi', 'УКЭМИ', 'ежик', 'детей укэми', 'ұстау', '受身', 'FALLING'])('by «%s»', async (q) => {
    expect(await found({ q })).toEqual([ukemi.slug]);
  });

  it('finds nothing by other words, and takes marks of patterns for what they are', async () => {
    expect(await found({ q: 'сноуборд' })).toEqual([]);
    expect(await found({ q: 'ukemi_' })).toEqual([ukemi.slug]);
    expect(await found({ q: "'; DROP TABLE course; --" })).toEqual([]);
  });

  it('by level, duty and whether one may enrol', async () => {
    expect(await found({ level: 2 })).toEqual([advanced.slug]);
    expect(await found({ mandatory: '1' })).toEqual([advanced.slug]);
    expect(await found({ open: '1' })).toEqual([ukemi.slug, advanced.slug].sort());
  });

  it('reads every address, whatever stands in it', () => {
    const strange = {
      q: 'x'.repeat(5000),
      level: 'first',
      mandatory: 'yes',
      open: '',
      after: 'y'.repeat(500),
    };
    expect(listCoursesInput.parse(strange)).toEqual({ q: '' });
  });
});

describe('a course', () => {
  it('shows its plan with the quiz as last lesson, and no answers', async () => {
    const page = await getCourse(world.current.ctx(), { slug: advanced.slug });
    const lessons = page.modules.flatMap((module) => module.lessons);
    expect(lessons.map(({ kind, position }) => `${position} ${kind}`)).toEqual([
      '1 video',
      '2 reading',
      '3 practice',
      '4 quiz',
    ]);
    expect(page).toMatchObject({
      number: 1,
      isOpen: true,
      hours: 4.5,
      prerequisites: [{ slug: ukemi.slug }],
    });
    expect(JSON.stringify(page)).not.toMatch(/correct|Because of/);
  });

  it('that does not exist is not found', async () => {
    await expect(getCourse(world.current.ctx(), { slug: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await findCurrentVersion(world.current.ctx(), { slug: 'none' })).toBeNull();
    expect(await listCourseTitles(world.current.ctx(), { slugs: ['none', ukemi.slug] })).toHaveProperty(
      'size',
      1,
    );
  });

  it('is written and published by instructors of its organisation alone, and published once', async () => {
    const organisationId = await organisation(world.current);
    const draft = (slug: string) => ({
      ...{
        slug,
        organisationId,
        title: text('D'),
        summary: text('D'),
        outcomes: [],
        credit: text('C'),
        level: 1,
        hours: 1,
      },
      ...{
        points: 0,
        mandatory: false,
        validityMonths: null,
        component: null,
        passPercent: 50,
        attempts: 1,
        prerequisites: [],
      },
      questions: [],
      modules: [],
    });
    const elsewhere = world.current.ctx(await person(world.current, ['instructor'], '/somewhere-else/'));
    const editor = world.current.ctx(await person(world.current, ['editor']));
    for (const ctx of [elsewhere, editor, world.current.ctx()]) {
      await expect(createCourse(ctx, draft('nobody'))).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(publishVersion(ctx, { versionId: ukemi.versionId })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    const instructor = world.current.ctx(await person(world.current, ['instructor']));
    await expect(createCourse(instructor, draft(ukemi.slug))).rejects.toMatchObject({
      code: 'catalogue.address-taken',
    });
    const { versionId } = await createCourse(instructor, draft('a-draft'));
    await expect(getOutline(instructor, { versionId })).rejects.toMatchObject({ kind: 'not-found' });
    await Promise.all([publishVersion(instructor, { versionId }), publishVersion(instructor, { versionId })]);
    const acts = await instructor.db.auditEvent.findMany({
      where: { act: 'catalogue.version-published', actorId: instructor.actor?.accountId ?? '' },
    });
    expect(acts).toHaveLength(1);
    expect(await found({ open: '1' })).not.toContain('a-draft');
  });

  it('hands lessons only of what is published', async () => {
    const { lessons } = await getOutline(world.current.ctx(), { versionId: ukemi.versionId });
    expect(await findLesson(world.current.ctx(), { lessonId: lessons[0]?.id ?? '' })).toEqual({
      versionId: ukemi.versionId,
    });
    expect(await findLesson(world.current.ctx(), { lessonId: newId() })).toBeNull();
  });
});

describe('a long list', () => {
  it('is read page by page, each course once, with the same number of statements', async () => {
    const before = { queries: 0 };
    await queryCount.run(before, () => found({}));
    for (let index = 0; index < 26; index += 1) await course(world.current, { level: 3 });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const counted = { queries: 0 };
      const input = { ...listCoursesInput.parse({ level: 3 }), after };
      const page = await queryCount.run(counted, () => listCourses(world.current.ctx(), input));
      expect(counted.queries).toBe(before.queries);
      seen.push(...page.courses.map(({ slug }) => slug));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(26);
    expect(new Set(seen).size).toBe(26);
  });
});
