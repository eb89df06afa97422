import { classifyCourse } from '~/domain/catalogue/classify-course.server';
import { defineTheme } from '~/domain/catalogue/define-theme.server';
import type { AgeGroup, CreateCourseInput } from '~/domain/catalogue/inputs';
import type { Ctx } from '~/platform/context';
import { seedLexicon } from '../../../prisma/seed/lexicon';
import type { TestWorld } from '../../support/database';
import { course, organisation, person, type StudyCourse, text } from '../learning/study-world';

export type Classes = { themes?: string[]; ages?: AgeGroup[]; techniques?: string[]; terms?: string[] };

export type CatalogueWorld = {
  instructor: Ctx;
  organisationId: string;
  theme(slug: string, lessonRefs?: string[]): Promise<void>;
  /** A published course of these facts, about these things. */
  course(classes: Classes, facts?: Partial<CreateCourseInput>): Promise<StudyCourse>;
  classify(slug: string, classes: Classes): Promise<void>;
};

/** The lexicon, an instructor, and ways to fill a catalogue. */
export async function openCatalogue(world: TestWorld): Promise<CatalogueWorld> {
  await seedLexicon(world.ctx());
  const organisationId = await organisation(world);
  const instructor = world.ctx(await person(world, ['instructor']));
  let position = 0;
  const classify: CatalogueWorld['classify'] = (
    slug,
    { themes = [], ages = [], techniques = [], terms = [] },
  ) =>
    classifyCourse(instructor, { slug, themes, ageGroups: ages, techniqueIds: techniques, termIds: terms });
  return {
    instructor,
    organisationId,
    classify,
    async theme(slug, lessonRefs = []) {
      position += 1;
      const words = {
        title: text(`Theme ${slug}`),
        summary: text('About'),
        essay: text('## Why\n\nBecause.'),
      };
      await defineTheme(instructor, {
        ...{ slug, organisationId, position, sources: [], techniqueIds: ['o-goshi'], lessonRefs },
        ...words,
      });
    },
    async course(classes, facts = {}) {
      const made = await course(world, facts);
      await classify(made.slug, classes);
      return made;
    },
  };
}
