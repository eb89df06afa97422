import { useLoaderData } from '@remix-run/react';
import { getStudyCourse, type StudyCourse } from '~/domain/learning/get-study-course.server';
import { ButtonLink } from '~/ui/kit/button';
import { A } from '~/ui/kit/link';
import { Progress } from '~/ui/kit/meter';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { CompletionEnd } from '~/ui/learning/completion-end';
import { LessonList } from '~/ui/learning/lesson-list';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { loadRecordingViews } from '../public/recording-views.server';
import { forLearners } from './for-learners.server';
import { NotEnrolled } from './not-enrolled';

export const loader = signedInLoader((args) =>
  forLearners(args, async (slug) => {
    const course = await getStudyCourse(args.ctx, { slug });
    const lessons = course.modules.flatMap((module) => module.lessons);
    const recordings = await loadRecordingViews(
      args.ctx,
      lessons.flatMap(({ recordingId }) => recordingId ?? []),
    );
    return { title: course.standing.title, course, recordings };
  }),
);

export const meta = pageMeta<{ title: string }>(({ title }) => ({ title, noindex: true }));

export default function StudyCoursePage() {
  const { t } = useT();
  const { slug, study } = useLoaderData<typeof loader>();
  if (!study) return <NotEnrolled slug={slug} />;
  const { standing, modules, credit } = study.course;
  const { done, total } = standing;
  return (
    <Page
      title={<Text value={standing.title} />}
      crumbs={[{ to: '/learn', label: t('learning:desk.title') }]}
    >
      <div className="split">
        <div className="stack">
          {modules.map(({ title, lessons }) => (
            <section key={lessons[0]?.slug}>
              <h2 className="h3 module-title">
                <Text value={title} />
              </h2>
              <LessonList course={slug} steps={lessons} recordings={study.recordings} />
            </section>
          ))}
        </div>
        <aside className="stack study-side">
          <Progress
            label={t('learning:study.progress')}
            value={done}
            max={total}
            shown={`${done} / ${total}`}
          />
          <WhatNext course={study.course} />
          <p className="quiet">
            <A to={`/courses/${slug}`}>{t('learning:study.about')}</A>
            <br />
            <Text value={credit} />
          </p>
        </aside>
      </div>
    </Page>
  );
}

function WhatNext({ course: { standing } }: { course: StudyCourse }) {
  const { t } = useT();
  const { slug, next, completion, mayBeginAnew } = standing;
  const again = <ButtonLink to={`/courses/${slug}`}>{t('learning:desk.again')}</ButtonLink>;
  if (completion) {
    return (
      <>
        <Completion completion={completion} />
        {completion.isEnding ? (
          <Notice kind="warn" title={t('learning:study.renew')}>
            {t('learning:study.renew-text')}
          </Notice>
        ) : null}
        {completion.isEnding ? (
          again
        ) : (
          <ButtonLink to="/me/evidence">{t('learning:study.evidence')}</ButtonLink>
        )}
        {mayBeginAnew && !completion.isEnding ? (
          <p className="quiet">
            {t('learning:study.again-text')} <A to={`/courses/${slug}`}>{t('learning:desk.again')}</A>
          </p>
        ) : null}
      </>
    );
  }
  if (mayBeginAnew) {
    return (
      <>
        <Notice kind="warn" title={t('learning:study.used-up')}>
          {t('learning:study.used-up-text')}
        </Notice>
        {again}
      </>
    );
  }
  return next ? (
    <div className="stack stack-s">
      <p className="quiet">{t('learning:study.next')}</p>
      <p className="strong">
        <Text value={next.title} />
      </p>
      <ButtonLink to={`/learn/${slug}/${next.slug}`}>{t('learning:desk.go-on')}</ButtonLink>
    </div>
  ) : null;
}

type Done = NonNullable<StudyCourse['standing']['completion']>;

function Completion({ completion }: { completion: Done }) {
  const { completedOn, scorePercent } = completion;
  const { t, fmt } = useT();
  return (
    <Notice kind="ok" title={t('learning:study.completed')}>
      <p>
        {t('learning:study.completed-text', {
          date: fmt.date(completedOn),
          score: fmt.percent(scorePercent),
        })}
      </p>
      <p>
        <CompletionEnd completion={completion} />
      </p>
    </Notice>
  );
}
