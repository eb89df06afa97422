import type { LessonKind } from '~/domain/catalogue/inputs';
import { useT } from '~/ui/kit/use-t';
import type { RecordingView } from './material';

type Lesson = { kind: LessonKind; minutes: number; recordingId: string | null };

/** How long a lesson takes: the real length of its recording, else the minutes of the plan. */
export function LessonLength({
  lesson,
  recordings,
}: {
  lesson: Lesson;
  recordings: ReadonlyMap<string, RecordingView>;
}) {
  const { fmt } = useT();
  const seconds = lesson.recordingId === null ? null : recordings.get(lesson.recordingId)?.durationSec;
  return (
    <span className="quiet nowrap num">{seconds ? fmt.clock(seconds) : fmt.minutes(lesson.minutes)}</span>
  );
}
