import type { LessonStep } from '~/domain/learning/types';
import { LessonLength } from '~/ui/catalogue/lesson-length';
import type { RecordingView } from '~/ui/catalogue/material';
import { A } from '~/ui/kit/link';
import { StatusIcon } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Props = {
  course: string;
  steps: readonly LessonStep[];
  recordings: ReadonlyMap<string, RecordingView>;
  /** The lesson of this page. */
  current?: string;
};

/** Lessons with what is done of them. */
export function LessonList({ course, steps, recordings, current }: Props) {
  return (
    <ol className="lessons">
      {steps.map((step) => (
        <li key={step.slug} aria-current={step.slug === current ? 'step' : undefined}>
          <Mark step={step} />
          <A to={`/learn/${course}/${step.slug}`}>
            <Text value={step.title} quiet />
          </A>
          <LessonLength lesson={step} recordings={recordings} />
        </li>
      ))}
    </ol>
  );
}

function Mark({ step }: { step: LessonStep }) {
  const { t } = useT();
  if (!step.isDone) return <span className="quiet num">{step.position}</span>;
  return (
    <span>
      <StatusIcon status="done" className="lesson-mark" />
      <span className="sr">{t('shell:status.done')}</span>
    </span>
  );
}
