import type { StudyLesson } from '~/domain/learning/get-study-lesson.server';
import { plainText } from '~/i18n/content';
import { ButtonLink } from '~/ui/kit/button';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { LessonVideo } from './lesson-video.server';

type Props = { course: string; lesson: StudyLesson; video: LessonVideo | null };

/** The bar at the foot of a lesson: how far it is, and the next step, always in sight. */
export function NextStep({ course, lesson, video }: Props) {
  const { t, lang } = useT();
  const { kind, isDone, next } = lesson;
  const target = next ? `/learn/${course}/${next.slug}` : `/learn/${course}`;
  const words = next
    ? t('learning:lesson.next', { lesson: plainText(next.title, lang) })
    : t('learning:lesson.to-course');
  return (
    <div className="go">
      <HowFar lesson={lesson} video={video} />
      {kind === 'reading' && !isDone ? (
        <MarkRead />
      ) : (
        <ButtonLink to={target} look={isDone ? 'main' : 'plain'} className="go-next">
          {words}
        </ButtonLink>
      )}
    </div>
  );
}

function MarkRead() {
  const { t } = useT();
  return (
    <Form intent="read" state={useFormState('read')} className="go-form">
      <SubmitButton>{t('learning:lesson.mark-read')}</SubmitButton>
    </Form>
  );
}

function HowFar({ lesson, video }: { lesson: StudyLesson; video: LessonVideo | null }) {
  const { t, fmt } = useT();
  if (lesson.isDone) return <StatusMark status="done">{t('learning:lesson.done')}</StatusMark>;
  const seconds = video?.playback ? Math.round(video.playback.durationMs / 1000) : 0;
  if (seconds === 0) return <StatusMark status="not-started">{t('learning:lesson.not-done')}</StatusMark>;
  const percent = Math.floor((Math.min(lesson.watchedSec, seconds) / seconds) * 100);
  return (
    <StatusMark status={percent > 0 ? 'in-progress' : 'not-started'}>
      {t('learning:lesson.watched', { percent: fmt.percent(percent) })}
    </StatusMark>
  );
}
