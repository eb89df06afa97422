import { beforeAll, expect, it } from 'vitest';
import { defineTheme } from '~/domain/catalogue/define-theme.server';
import { getTheme } from '~/domain/catalogue/get-theme.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { useWorld } from '../../support/database';
import { person, type StudyCourse, text } from '../learning/study-world';
import { type CatalogueWorld, openCatalogue } from './catalogue-world';

const world = useWorld();
let house: CatalogueWorld;
let taught: StudyCourse;

beforeAll(async () => {
  house = await openCatalogue(world.current);
  taught = await house.course({});
  await house.theme('balance', [`${taught.slug}/read`, `${taught.slug}/gone`, 'gone/read']);
  await house.classify(taught.slug, { themes: ['balance'] });
});

it('shows its essay, its courses, and the lessons that exist', async () => {
  const theme = await getTheme(world.current.ctx(), { slug: 'balance' });
  expect(theme.courses).toEqual([taught.slug]);
  expect(theme.lessons.map(({ course, slug }) => `${course}/${slug}`)).toEqual([`${taught.slug}/read`]);
  expect(theme.essay.en?.text).toContain('Because');
  expect(await listThemes(world.current.ctx())).toMatchObject([{ slug: 'balance', courses: 1 }]);
});

it('that does not exist is not found', async () => {
  await expect(getTheme(world.current.ctx(), { slug: 'none' })).rejects.toMatchObject({ kind: 'not-found' });
});

it('is written by instructors of the organisation alone, once', async () => {
  const facts = {
    ...{ slug: 'balance', organisationId: house.organisationId, position: 2, sources: [], techniqueIds: [] },
    ...{ title: text('T'), summary: text('S'), essay: text('E'), lessonRefs: [] },
  };
  await expect(defineTheme(house.instructor, facts)).rejects.toMatchObject({
    code: 'catalogue.theme-exists',
  });
  const elsewhere = world.current.ctx(await person(world.current, ['instructor'], '/elsewhere/'));
  await expect(defineTheme(elsewhere, facts)).rejects.toMatchObject({ kind: 'forbidden' });
});
