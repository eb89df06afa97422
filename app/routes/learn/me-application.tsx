import type { OwnApplication } from '~/domain/applications/types';
import type { Level } from '~/domain/frameworks/types';
import { APPLICATION_SIGNS } from '~/ui/applications/application-signs';
import { A } from '~/ui/kit/link';
import { StatusMark } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

export type LevelApplication = OwnApplication & { level: Level };

/** An own application with its state and what the office wrote. */
export function ApplicationLine({ application }: { application: LevelApplication }) {
  const { t, fmt } = useT();
  const { level, state, submittedAt, decisions } = application;
  const told = decisions.filter(({ act, note }) => note !== '' && (act === 'return' || act === 'refuse'));
  return (
    <div className="stack stack-s">
      <div className="row row-base">
        <A to={`/me/qualifications/${level.slug}`} className="link">
          <Text value={level.name} quiet />
        </A>
        <StatusMark status={APPLICATION_SIGNS[state]}>{t(`licensing:application.${state}`)}</StatusMark>
        <span className="quiet">
          {t('licensing:mine.submitted', { date: fmt.dateTime(submittedAt, level.framework.zone) })}
        </span>
      </div>
      {told.map(({ id, note }) => (
        <blockquote key={id} className="measure">
          {note}
        </blockquote>
      ))}
    </div>
  );
}
