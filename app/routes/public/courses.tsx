import { useLoaderData } from '@remix-run/react';
import { listCoursesInput } from '~/domain/catalogue/inputs';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { CourseRow } from '~/ui/catalogue/course-row';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { CourseFilter } from './course-list/course-filter';
import { listPath } from './course-list/list-path';
import { loadCourseList } from './course-list/load-list.server';
import { NoCourses } from './course-list/no-courses';

export const loader = cachedPublicLoader(({ ctx, url }) =>
  loadCourseList(ctx, listCoursesInput.parse(Object.fromEntries(url.searchParams))),
);

export const meta = pageMeta((_data, t) => ({
  title: t('catalogue:list.title'),
  description: t('catalogue:list.lead'),
}));

export default function Courses() {
  const { t } = useT();
  const list = useLoaderData<typeof loader>();
  const { filter, found, next, courses } = list;
  return (
    <Page
      title={t('catalogue:list.title')}
      lead={t('catalogue:list.lead')}
      texts={courses.flatMap(({ title, summary }) => [title, summary])}
    >
      <CatalogueTabs />
      <CourseFilter list={list} />
      <p className="quiet num gap-top" role="status">
        {t('catalogue:list.found', { count: found })}
      </p>
      {courses.length === 0 ? (
        <NoCourses list={list} />
      ) : (
        <ul className="list">
          {courses.map((course) => (
            <CourseRow key={course.slug} course={course} />
          ))}
        </ul>
      )}
      <Pagination
        first={filter.after ? listPath(filter) : null}
        next={next ? listPath(filter, next) : null}
      />
    </Page>
  );
}
