import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getCourse } from '~/domain/catalogue/get-course.server';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { plainText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { CourseTags } from '~/ui/catalogue/course-facts';
import { sumOf } from '~/ui/catalogue/material';
import { Programme } from '~/ui/catalogue/programme';
import { TechniqueLinks } from '~/ui/catalogue/technique-links';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader, formAction } from '~/web/handlers.server';
import { courseData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { CourseAct } from './course-act';
import { CourseSheet } from './course-sheet';
import { levelsThatNeed } from './needed-for.server';
import { loadRecordingViews } from './recording-views.server';

/** Rules of levels come into force by date, so the page is drawn anew every hour. */
const HOUR = 3_600_000;

export const loader = cachedPublicLoader(async ({ ctx, params, validUntil }) => {
  const slug = params.course ?? '';
  const course = await getCourse(ctx, { slug });
  const ids = course.modules.flatMap(({ lessons }) =>
    lessons.flatMap(({ recordingId }) => recordingId ?? []),
  );
  const recordings = await loadRecordingViews(ctx, ids);
  validUntil(new Date(ctx.clock.now().getTime() + HOUR));
  return {
    course,
    recordings,
    material: sumOf(ids, recordings),
    neededFor: await levelsThatNeed(ctx, slug),
    standing: await findStanding(ctx, { slug }),
    techniques: await listTechniqueNames(ctx, course.techniqueIds),
    title: plainText(course.title, ctx.lang),
    description: plainText(course.summary, ctx.lang),
  };
});

/** Enrols and goes to the lessons; somebody enrolled already only goes there. */
export const action = formAction({
  schema: z.object({}),
  async run({ ctx, params }) {
    const slug = params.course ?? '';
    const { isNew } = await enrolCoach(ctx, { slug });
    const redirectTo = pagePath(ctx.lang, `/learn/${slug}`);
    return isNew ? { redirectTo, flash: 'learning:flash.enrolled' } : { redirectTo };
  },
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>((page, t, at) => {
  const { title, description, course, material } = page;
  return {
    title,
    description,
    crumbs: [{ to: '/courses', label: t('catalogue:list.title') }],
    data: [
      courseData(at, {
        path: `/courses/${course.slug}`,
        name: title,
        description,
        provider: { name: plainText(course.organisation, at.lang) },
        minutes: course.hours * 60,
        langs: LANGS.filter((lang) => course.title[lang] || material.captions.includes(lang)),
        level: t('catalogue:level', { level: course.level }),
        teaches: course.outcomes.map((outcome) => plainText(outcome, at.lang)),
        needs: course.prerequisites.map(({ slug, title: name }) => ({
          name: plainText(name, at.lang),
          path: `/courses/${slug}`,
        })),
        changedAt: course.publishedAt,
      }),
    ],
  };
});

export default function CoursePage() {
  const { t } = useT();
  const { course, recordings, material, neededFor, standing, techniques } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<Text value={course.title} />}
      lead={<Text value={course.summary} />}
      crumbs={[{ to: '/courses', label: t('catalogue:list.title') }]}
      texts={[course.title, course.summary, ...course.outcomes, ...course.modules.map(({ title }) => title)]}
    >
      <CourseTags course={course} />
      <div className="course gap-top">
        <div className="stack stack-l course-main">
          <section>
            <h2>{t('catalogue:course.outcomes')}</h2>
            <ul className="prose-list measure">
              {course.outcomes.map((outcome, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a version's outcomes are never reordered.
                <li key={index}>
                  <Text value={outcome} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t('catalogue:course.programme')}</h2>
            <Programme modules={course.modules} recordings={recordings} isOpen={course.isOpen} />
          </section>
          {course.prerequisites.length > 0 ? <Prerequisites courses={course.prerequisites} /> : null}
          {techniques.size > 0 ? (
            <section>
              <h2>{t('catalogue:theme.of-techniques')}</h2>
              <TechniqueLinks techniques={[...techniques.values()]} />
            </section>
          ) : null}
        </div>
        <div className="course-act">
          <CourseAct slug={course.slug} isOpen={course.isOpen} standing={standing} />
        </div>
        <CourseSheet course={course} material={material} neededFor={neededFor} />
      </div>
    </Page>
  );
}

type Required = Awaited<ReturnType<typeof getCourse>>['prerequisites'];

function Prerequisites({ courses }: { courses: Required }) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('catalogue:course.before')}</h2>
      <ul className="prose-list">
        {courses.map(({ slug, title }) => (
          <li key={slug}>
            <A to={`/courses/${slug}`}>
              <Text value={title} />
            </A>
          </li>
        ))}
      </ul>
    </section>
  );
}
