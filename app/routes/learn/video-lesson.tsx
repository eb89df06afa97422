import type { StudyLesson } from '~/domain/learning/get-study-lesson.server';
import { SourceList } from '~/ui/catalogue/source-list';
import type { PlayerChapter } from '~/ui/islands/player/settings';
import { Fold } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Markdown } from '~/ui/kit/markdown';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { PlayerHost } from '~/ui/media/player-host';
import { TranscriptFold } from '~/ui/media/transcript';
import { useFormState } from '~/web/form-state';
import type { LessonVideo } from './lesson-video.server';

type Props = {
  lesson: StudyLesson;
  video: LessonVideo;
  chapters: readonly PlayerChapter[];
  owner: string;
};

/** The recording, what to do with it, its words, its sources. */
export function VideoLesson({ lesson, video, chapters, owner }: Props) {
  const { t } = useT();
  const { playback, transcript, credit } = video;
  return (
    <>
      {playback ? (
        <PlayerHost
          {...video}
          playback={playback}
          chapters={chapters}
          startAt={lesson.isDone ? 0 : lesson.positionSec}
          progress={{ endpoint: '/api/v1/progress', lessonId: lesson.id, owner }}
        />
      ) : (
        <NoVideo problem={video.problem} />
      )}
      {credit ? <Text value={credit} as="p" className="quiet" /> : null}
      {playback ? <WatchedByHand lengthMs={playback.durationMs} /> : null}
      <div className="lesson-body">
        <Text value={lesson.summary} as="p" className="lead" />
        {lesson.body ? <Markdown value={lesson.body} /> : null}
      </div>
      {transcript ? <TranscriptFold label={t('learning:lesson.transcript')} transcript={transcript} /> : null}
      <SourceList label={t('learning:lesson.sources')} sources={lesson.sources} />
    </>
  );
}

function NoVideo({ problem }: { problem: string | null }) {
  const { t } = useT();
  return problem === null ? (
    <Notice title={t('learning:lesson.preparing')}>{t('learning:lesson.preparing-text')}</Notice>
  ) : (
    <Notice kind="warn" title={t('learning:lesson.no-video')}>
      {t.exists(problem) ? t.dynamic(problem) : null}
    </Notice>
  );
}

function WatchedByHand({ lengthMs }: { lengthMs: number }) {
  const { t, fmt } = useT();
  const state = useFormState('watched');
  const length = fmt.clock(Math.round(lengthMs / 1000));
  return (
    <Fold summary={t('learning:watched.open')} open={state !== undefined}>
      <Form intent="watched" state={state} className="stack">
        <p className="quiet measure">{t('learning:watched.text', { length })}</p>
        <div className="row row-base">
          <Field
            name="from"
            label={t('learning:watched.from')}
            value="0:00"
            short
            inputMode="numeric"
            maxLength={10}
          />
          <Field
            name="to"
            label={t('learning:watched.to')}
            value={length}
            short
            inputMode="numeric"
            maxLength={10}
          />
        </div>
        <div>
          <SubmitButton look="plain">{t('learning:watched.save')}</SubmitButton>
        </div>
      </Form>
    </Fold>
  );
}
