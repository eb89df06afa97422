import { useLoaderData } from '@remix-run/react';
import { type ListCoursesInput, listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { CourseFacts, CourseTags, type CourseView } from '~/ui/catalogue/course-facts';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { CheckboxField, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { courseViews } from './course-views.server';

export const loader = cachedPublicLoader(async ({ ctx, url }) => {
  const filter = listCoursesInput.parse(Object.fromEntries(url.searchParams));
  const { courses, total, next } = await listCourses(ctx, filter);
  return { filter, total, next, courses: await courseViews(ctx, courses) };
});

export const meta = pageMeta((_data, t) => ({ title: t('catalogue:list.title'), description: t('catalogue:list.lead') }));

/** This list with the same filter, after another course. */
function listPath({ q, level, mandatory, open }: ListCoursesInput, after: string | null): string {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  if (level) search.set('level', String(level));
  if (mandatory) search.set('mandatory', mandatory);
  if (open) search.set('open', open);
  if (after) search.set('after', after);
  return search.size > 0 ? `/courses?${search}` : '/courses';
}

const isFiltered = ({ q, level, mandatory, open }: ListCoursesInput): boolean => Boolean(q || level || mandatory || open);

export default function Courses() {
  const { t } = useT();
  const { filter, total, next, courses } = useLoaderData<typeof loader>();
  return (
    <Page title={t('catalogue:list.title')} lead={t('catalogue:list.lead')}>
      <Filter filter={filter} />
      <p className="quiet num gap-top" role="status">
        {t('catalogue:list.found', { count: courses.length })}
      </p>
      {courses.length === 0 ? (
        <NoCourses total={total} />
      ) : (
        <ul className="list">
          {courses.map((course) => (
            <CourseRow key={course.slug} course={course} />
          ))}
        </ul>
      )}
      <Pagination first={filter.after ? listPath(filter, null) : null} next={next ? listPath(filter, next) : null} />
    </Page>
  );
}

const LEVELS = ['1', '2', '3'];

function Filter({ filter }: { filter: ListCoursesInput }) {
  const { t } = useT();
  return (
    <search aria-label={t('catalogue:list.filter')}>
      <Form method="get" className="form-inline filter">
        <Field name="q" type="search" label={t('catalogue:list.q')} required={false} value={filter.q} maxLength={200} />
        <SelectField
          name="level"
          label={t('catalogue:list.level')}
          required={false}
          empty={t('catalogue:list.any-level')}
          value={filter.level ? String(filter.level) : ''}
          options={LEVELS.map((level) => ({ value: level, label: t('catalogue:level', { level }) }))}
        />
        <CheckboxField name="mandatory" value="1" label={t('catalogue:list.mandatory')} checked={filter.mandatory === '1'} />
        <CheckboxField name="open" value="1" label={t('catalogue:list.open')} checked={filter.open === '1'} />
        <SubmitButton>{t('shell:action.search')}</SubmitButton>
        {isFiltered(filter) ? (
          <ButtonLink to="/courses" look="plain">
            {t('shell:action.clear-filter')}
          </ButtonLink>
        ) : null}
      </Form>
    </search>
  );
}

function CourseRow({ course }: { course: CourseView }) {
  return (
    <li className="stack stack-s">
      <CourseTags course={course} />
      <h2 className="h3">
        <A to={`/courses/${course.slug}`}>
          <Text value={course.title} quiet />
        </A>
      </h2>
      <p className="quiet measure">
        <Text value={course.summary} />
      </p>
      <CourseFacts course={course} />
    </li>
  );
}

function NoCourses({ total }: { total: number }) {
  const { t } = useT();
  return (
    <EmptyState
      title={t('catalogue:list.none')}
      action={
        <ButtonLink to="/courses" look="plain">
          {t('shell:action.show-all')}
        </ButtonLink>
      }
    >
      {t('catalogue:list.none-text', { total })}
    </EmptyState>
  );
}
