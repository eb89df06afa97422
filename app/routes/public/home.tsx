import { useLoaderData } from '@remix-run/react';
import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { type ListedSeminar, listSeminars } from '~/domain/seminars/list-seminars.server';
import { localDateOf } from '~/platform/local-date';
import { CourseFacts, CourseTags, type CourseView } from '~/ui/catalogue/course-facts';
import { Kuzushi } from '~/ui/drawings/kuzushi';
import { ButtonLink } from '~/ui/kit/button';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { BeginsAt } from '~/ui/seminars/seminar-time';
import { MachineTexts } from '~/ui/shell/machine-note';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { siteData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { courseViews } from './course-views.server';

const SHOWN = 3;

/** Mandatory courses come first for everybody; those that one can begin stand before the others. */
export const loader = cachedPublicLoader(async ({ ctx, validUntil }) => {
  const { courses, total } = await listCourses(ctx, listCoursesInput.parse({ mandatory: '1' }));
  const first = [...courses].sort((a, b) => Number(b.isOpen) - Number(a.isOpen)).slice(0, SHOWN);
  const { upcoming, changesAt } = await listSeminars(ctx);
  if (changesAt) validUntil(changesAt);
  return { courses: await courseViews(ctx, first), total, seminar: upcoming[0] ?? null };
});

export const meta = pageMeta((_data, t, at) => {
  const description = t('catalogue:home.words');
  return {
    title: t('catalogue:home.title'),
    description,
    data: [siteData(at, { name: 'Shihan', description })],
  };
});

export default function Home() {
  const { t } = useT();
  const { courses, total, seminar } = useLoaderData<typeof loader>();
  return (
    <Page bare title={t('catalogue:home.title')}>
      <Opening />
      {seminar ? <NextSeminar seminar={seminar} /> : null}
      <section className={seminar ? 'section' : undefined}>
        <div className="section-head">
          <h2>{t('catalogue:home.start')}</h2>
          <A to="/courses" className="quiet target">
            {t('catalogue:home.all', { total })}
          </A>
        </div>
        <MachineTexts texts={courses.flatMap(({ title, summary }) => [title, summary])} />
        <div className="cards">
          {courses.map((course) => (
            <CourseCard key={course.slug} course={course} />
          ))}
        </div>
      </section>
      <Partners />
    </Page>
  );
}

function Opening() {
  const { t, actor } = useT();
  return (
    <section className="hero">
      <div>
        <h1>{t('catalogue:home.heading')}</h1>
        <p className="hero-words">{t('catalogue:home.words')}</p>
        <div className="row">
          <ButtonLink to={actor ? '/learn' : '/courses'}>
            {actor ? t('catalogue:home.go-on') : t('catalogue:home.study')}
          </ButtonLink>
          <ButtonLink to="/verify" look="plain">
            {t('catalogue:home.verify')}
          </ButtonLink>
        </div>
      </div>
      <div className="hero-drawing">
        <Kuzushi />
      </div>
      <p className="tate" lang="ja">
        {t('catalogue:home.maxims')}
      </p>
    </section>
  );
}

/** The seminar that comes next, as a leaf of the calendar with the hour in both countries. */
function NextSeminar({ seminar }: { seminar: ListedSeminar }) {
  const { t, fmt } = useT();
  const { slug, title, place, mode, startsAt, zones } = seminar;
  const local = localDateOf(startsAt, zones[0] ?? 'UTC');
  const { day, rest } = fmt.leaf(local);
  return (
    <section className="next" aria-label={t('catalogue:home.next')}>
      <time className="next-day num" dateTime={local}>
        {day}
        <small>{rest}</small>
      </time>
      <div className="stack stack-s">
        <h2 className="h3">
          <Text value={title} />
        </h2>
        <p className="row quiet num">
          <BeginsAt startsAt={startsAt} zones={zones} />
          {mode === 'online' ? <span>{t('seminars:mode.online')}</span> : <Text value={place} quiet />}
        </p>
      </div>
      <ButtonLink to={`/seminars/${slug}`} look="plain">
        {t('shell:action.details')}
      </ButtonLink>
    </section>
  );
}

function CourseCard({ course }: { course: CourseView }) {
  return (
    <article className="card">
      <CourseTags course={course} />
      <h3>
        <A to={`/courses/${course.slug}`}>
          <Text value={course.title} quiet />
        </A>
      </h3>
      <p className="quiet">
        <Text value={course.summary} />
      </p>
      <CourseFacts course={course} />
    </article>
  );
}

function Partners() {
  const { t } = useT();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t('catalogue:home.partners')}</h2>
      </div>
      <div className="two ruled">
        <div className="stack stack-s">
          <h3 lang="en">Jenys Judo Club</h3>
          <p className="quiet measure">{t('catalogue:home.jenys')}</p>
        </div>
        <div className="stack stack-s">
          <h3>
            <span lang="en">JUDOs</span>{' '}
            <small className="mincho" lang="ja">
              認定NPO法人
            </small>
          </h3>
          <p className="quiet measure">{t('catalogue:home.judos')}</p>
        </div>
      </div>
    </section>
  );
}
