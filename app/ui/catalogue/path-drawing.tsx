import type { PathStep } from '~/domain/catalogue/list-paths.server';
import { FactsLine } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { StatusIcon } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Row = PathStep['row'];

/** Side lines beyond these share the last lane. */
const MOST_LANES = 4;

const lanesOf = (steps: readonly PathStep[]): number =>
  Math.min(MOST_LANES, Math.max(0, ...steps.flatMap(({ row }) => row.lanes.map(({ lane }) => lane))));

/**
 * Courses as a way from top to bottom. The lines are a drawing of what the words beside them say («first: …»), so they
 * are silent to screen readers.
 */
export function PathDrawing({
  steps,
  completed,
}: {
  steps: readonly PathStep[];
  completed: readonly string[];
}) {
  const { t } = useT();
  return (
    <>
      <Legend />
      <ol className={`path path-lanes-${lanesOf(steps)}`} aria-label={t('catalogue:path.list')}>
        {steps.map((step, index) => (
          <li key={step.slug}>
            <Rail row={step.row} isDone={completed.includes(step.slug)} />
            <StepCard step={step} number={index + 1} isDone={completed.includes(step.slug)} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Legend() {
  const { t } = useT();
  return (
    <ul className="path-legend" aria-label={t('catalogue:path.legend')}>
      <li>
        <span className="path-sample is-required" aria-hidden="true" /> {t('catalogue:path.firm')}
      </li>
      <li>
        <span className="path-sample is-recommended" aria-hidden="true" /> {t('catalogue:path.dotted')}
      </li>
    </ul>
  );
}

function Rail({ row, isDone }: { row: Row; isDone: boolean }) {
  return (
    <span className="path-rail" aria-hidden="true">
      {row.above === 'none' ? null : <span className={`path-above is-${row.above}`} />}
      {row.below === 'none' ? null : <span className={`path-below is-${row.below}`} />}
      {row.lanes.map(({ lane, kind }) => (
        <span key={lane} className={`path-lane lane-${Math.min(MOST_LANES, lane)} lane-${kind}`} />
      ))}
      <span className={isDone ? 'path-node is-done' : 'path-node'} />
    </span>
  );
}

function StepCard({ step, number, isDone }: { step: PathStep; number: number; isDone: boolean }) {
  const { t, fmt } = useT();
  return (
    <div className="stack stack-s path-step">
      <p className="quiet num">
        {t('catalogue:path.step', { number })}
        {isDone ? (
          <span className="status tone-ok">
            {' '}
            <StatusIcon status="done" /> {t('catalogue:path.done')}
          </span>
        ) : null}
      </p>
      <h2 className="h3">
        <A to={`/courses/${step.slug}`}>
          <Text value={step.title} quiet />
        </A>
      </h2>
      <p className="measure">
        <Text value={step.note} />
      </p>
      {step.after.length > 0 ? <After courses={step.after} /> : null}
      <FactsLine
        items={[
          t('catalogue:level', { level: step.level }),
          fmt.hours(step.hours),
          step.mandatory ? t('catalogue:mandatory') : null,
        ]}
      />
    </div>
  );
}

function After({ courses }: { courses: PathStep['after'] }) {
  const { t } = useT();
  return (
    <p className="quiet">
      {t('catalogue:path.after')}{' '}
      {courses.map(({ slug, title }, index) => (
        <span key={slug}>
          {index > 0 ? ' · ' : null}
          <A to={`/courses/${slug}`}>{title ? <Text value={title} quiet /> : slug}</A>
        </span>
      ))}
    </p>
  );
}
