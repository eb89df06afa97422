import type { CourseLesson } from '~/domain/catalogue/get-course.server';
import type { LocalizedText } from '~/i18n/content';
import { FactsLine } from '~/ui/kit/facts';
import { LanguageTag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { LessonLength } from './lesson-length';
import type { RecordingView } from './material';

type Recordings = ReadonlyMap<string, RecordingView>;
type Props = {
  modules: readonly { title: LocalizedText; lessons: readonly CourseLesson[] }[];
  recordings: Recordings;
  isOpen: boolean;
};

/** Modules and lessons with minutes, megabytes and languages. */
export function Programme({ modules, recordings, isOpen }: Props) {
  return (
    <ol className="stack">
      {modules.map(({ title, lessons }) => (
        <li key={lessons[0]?.slug}>
          <h3 className="module-title">
            <Text value={title} />
          </h3>
          <ol className="lessons">
            {lessons.map((lesson) => (
              <li key={lesson.slug} id={lesson.slug}>
                <span className="quiet num">{lesson.position}</span>
                <div>
                  <Text value={lesson.title} as="p" />
                  <Text value={lesson.summary} as="p" className="quiet" />
                  <LessonFacts lesson={lesson} recordings={recordings} isOpen={isOpen} />
                </div>
                <LessonLength lesson={lesson} recordings={recordings} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function LessonFacts({
  lesson,
  recordings,
  isOpen,
}: {
  lesson: CourseLesson;
  recordings: Recordings;
  isOpen: boolean;
}) {
  const { t, fmt } = useT();
  const view = lesson.recordingId === null ? null : recordings.get(lesson.recordingId);
  const isPreparing = lesson.kind === 'video' && isOpen && !view?.bytes;
  return (
    <FactsLine
      items={[
        t(`catalogue:kind.${lesson.kind}`),
        isPreparing ? t('catalogue:video-preparing') : null,
        view?.bytes ? fmt.megabytes(view.bytes) : null,
        view && view.captions.length > 0 ? <LanguageTag key="langs" langs={view.captions} /> : null,
      ]}
    />
  );
}
