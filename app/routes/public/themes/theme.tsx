import { useLoaderData } from '@remix-run/react';
import { getTheme } from '~/domain/catalogue/get-theme.server';
import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { pickText, plainText } from '~/i18n/content';
import type { CourseView } from '~/ui/catalogue/course-facts';
import { CourseRow } from '~/ui/catalogue/course-row';
import { LessonLength } from '~/ui/catalogue/lesson-length';
import { SourceList } from '~/ui/catalogue/source-list';
import { TechniqueLinks } from '~/ui/catalogue/technique-links';
import { A } from '~/ui/kit/link';
import { Markdown } from '~/ui/kit/markdown';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { courseViews } from '../course-views.server';
import { loadRecordingViews } from '../recording-views.server';

export const loader = cachedPublicLoader(async ({ ctx, params }) => {
  const slug = params.theme ?? '';
  const theme = await getTheme(ctx, { slug });
  const [list, techniques, recordings] = await Promise.all([
    listCourses(ctx, { ...listCoursesInput.parse({ theme: slug }), sort: 'level' }),
    listTechniqueNames(ctx, theme.techniqueIds),
    loadRecordingViews(
      ctx,
      theme.lessons.flatMap(({ recordingId }) => recordingId ?? []),
    ),
  ]);
  return {
    ...{ theme, recordings, next: list.next, courses: await courseViews(ctx, list.courses) },
    techniques: [...techniques.values()].map(({ id, names }) => ({ id, names })),
    title: plainText(theme.title, ctx.lang),
    description: plainText(theme.summary, ctx.lang),
  };
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(({ title, description }, t) => ({
  title,
  description,
  kind: 'article',
  crumbs: [{ to: '/methodologies', label: t('catalogue:theme.title') }],
}));

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ThemePage() {
  const { t } = useT();
  const { theme, courses, next, techniques, recordings } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<Text value={theme.title} />}
      lead={<Text value={theme.summary} />}
      crumbs={[{ to: '/methodologies', label: t('catalogue:theme.title') }]}
    >
      <div className="stack stack-l">
        <Essay theme={theme} />
        {courses.length > 0 ? <Courses slug={theme.slug} courses={courses} next={next} /> : null}
        {theme.lessons.length > 0 ? <Lessons lessons={theme.lessons} recordings={recordings} /> : null}
        {techniques.length > 0 ? (
          <section>
            <h2>{t('catalogue:theme.of-techniques')}</h2>
            <TechniqueLinks techniques={techniques} />
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function Essay({ theme }: Pick<Loaded, 'theme'>) {
  const { t, lang } = useT();
  const isMachine = pickText(theme.essay, lang).isMachine;
  return (
    <article className="measure">
      <Markdown value={theme.essay} />
      {isMachine ? <p className="note gap-top">{t('shell:text.machine')}</p> : null}
      <SourceList label={t('catalogue:theme.sources')} sources={theme.sources} />
    </article>
  );
}

function Courses({
  slug,
  courses,
  next,
}: {
  slug: string;
  courses: readonly CourseView[];
  next: string | null;
}) {
  const { t } = useT();
  return (
    <section>
      <h2 className="gap-bottom">{t('catalogue:theme.of-courses')}</h2>
      <ul className="list">
        {courses.map((course) => (
          <CourseRow key={course.slug} course={course} level={3} />
        ))}
      </ul>
      {next ? (
        <p>
          <A to={`/courses?theme=${slug}`} className="target">
            {t('shell:action.show-all')}
          </A>
        </p>
      ) : null}
    </section>
  );
}

function Lessons({
  lessons,
  recordings,
}: {
  lessons: Loaded['theme']['lessons'];
  recordings: Loaded['recordings'];
}) {
  const { t } = useT();
  return (
    <section>
      <h2 className="gap-bottom">{t('catalogue:theme.of-lessons')}</h2>
      <ul className="list">
        {lessons.map((lesson) => (
          <li key={`${lesson.course}/${lesson.slug}`} className="row row-apart">
            <span>
              <A to={`/courses/${lesson.course}`}>
                <Text value={lesson.title} quiet />
              </A>{' '}
              <span className="quiet">{t(`catalogue:kind.${lesson.kind}`)}</span>
            </span>
            <LessonLength lesson={lesson} recordings={recordings} />
          </li>
        ))}
      </ul>
    </section>
  );
}
