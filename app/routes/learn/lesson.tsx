import { useLoaderData } from '@remix-run/react';
import { getQuiz } from '~/domain/learning/get-quiz.server';
import { getStudyLesson } from '~/domain/learning/get-study-lesson.server';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { LessonList } from '~/ui/learning/lesson-list';
import { Page } from '~/ui/shell/page';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { loadRecordingViews } from '../public/recording-views.server';
import { forLearners } from './for-learners.server';
import { lessonForms } from './lesson-forms.server';
import { loadLessonVideo, loadPlayerChapters } from './lesson-video.server';
import { NextStep } from './next-step';
import { NotEnrolled } from './not-enrolled';
import { QuizLesson } from './quiz-lesson';
import { PracticeLesson, ReadingLesson } from './text-lessons';
import { VideoLesson } from './video-lesson';

/** The player, and answers that save themselves; everything works without both. */
export const handle = { script: true };

export const loader = signedInLoader((args) =>
  forLearners(args, async (course) => {
    const { ctx, params } = args;
    const lesson = await getStudyLesson(ctx, { course, lesson: params.lesson ?? '' });
    const recordings = await loadRecordingViews(
      ctx,
      lesson.steps.flatMap(({ recordingId }) => recordingId ?? []),
    );
    const { recordingId } = lesson;
    return {
      title: lesson.title,
      lesson,
      recordings,
      owner: ctx.actor?.personId ?? '',
      video:
        recordingId === null ? null : await loadLessonVideo(ctx, recordingId, recordings.get(recordingId)),
      chapters: recordingId === null ? [] : await loadPlayerChapters(ctx, recordingId),
      quiz: lesson.kind === 'quiz' ? await getQuiz(ctx, { course }) : null,
    };
  }),
);

export const action = formActions(lessonForms);

export const meta = pageMeta<{ title: string }>(({ title }) => ({ title, noindex: true }));

export default function LessonPage() {
  const { t } = useT();
  const { slug, study } = useLoaderData<typeof loader>();
  if (!study) return <NotEnrolled slug={slug} />;
  const { lesson, video, chapters, quiz, owner, recordings } = study;
  const { standing, steps } = lesson;
  return (
    <Page
      bare
      title={<Text value={lesson.title} />}
      crumbs={[{ to: `/learn/${slug}`, label: <Text value={standing.title} quiet /> }]}
    >
      <div className="split">
        <article className="lesson">
          <p className="quiet num">
            <a href="#lessons">{t('learning:lesson.of', { number: lesson.position, total: steps.length })}</a>{' '}
            · {t(`catalogue:kind.${lesson.kind}`)}
          </p>
          <h1 className="lesson-title">
            <Text value={lesson.title} />
          </h1>
          {video ? <VideoLesson lesson={lesson} video={video} chapters={chapters} owner={owner} /> : null}
          {quiz ? <QuizLesson quiz={quiz} /> : null}
          {lesson.kind === 'reading' ? <ReadingLesson lesson={lesson} /> : null}
          {lesson.kind === 'practice' ? <PracticeLesson lesson={lesson} /> : null}
          <NextStep course={slug} lesson={lesson} video={video} />
        </article>
        <aside id="lessons">
          <h2 className="h3 gap-bottom">{t('learning:lesson.list')}</h2>
          <LessonList course={slug} steps={steps} recordings={recordings} current={lesson.slug} />
        </aside>
      </div>
    </Page>
  );
}
