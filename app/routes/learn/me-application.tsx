import type { OwnApplication } from '~/domain/licensing/list-own-qualifications.server';
import { A } from '~/ui/kit/link';
import { StatusMark } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { APPLICATION_SIGNS } from '~/ui/licensing/application-signs';

/** An own application with its state and what the office wrote. */
export function ApplicationLine({ application }: { application: OwnApplication }) {
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
