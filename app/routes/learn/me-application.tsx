import type { Appeal } from '~/domain/appeals/types';
import type { OwnApplication } from '~/domain/applications/types';
import type { Level } from '~/domain/frameworks/types';
import { AppealPart } from '~/ui/appeals/appeal-part';
import { ApplicationMark } from '~/ui/applications/application-mark';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

export type LevelApplication = OwnApplication & {
  level: Level;
  appeals: readonly Appeal[];
  /** The last day for an appeal against its refusal; null where there is none, or no longer. */
  appealUntil: string | null;
};

/** An own application with its state and what the office wrote. */
export function ApplicationLine({ application }: { application: LevelApplication }) {
  const { t, fmt } = useT();
  const { kind, level, state, submittedAt, decisions, appeals, appealUntil } = application;
  const { zone } = level.framework;
  const target = { name: 'applicationId' as const, id: application.id };
  const last = decisions.at(-1)?.id;
  const isOpen = appealUntil !== null && !appeals.some((each) => each.applicationDecisionId === last);
  const told = decisions.filter(({ act, note }) => note !== '' && (act === 'return' || act === 'refuse'));
  return (
    <div className="stack stack-s">
      <div className="row row-base">
        <A to={`/me/qualifications/${level.slug}`} className="link">
          <Text value={level.name} quiet />
        </A>
        {kind === 'renewal' ? <span>{t('applications:kind.renewal')}</span> : null}
        <ApplicationMark kind={kind} state={state} />
        <span className="quiet">
          {t('licensing:mine.submitted', { date: fmt.dateTime(submittedAt, level.framework.zone) })}
        </span>
      </div>
      {told.map(({ id, note }) => (
        <blockquote key={id} className="measure">
          {note}
        </blockquote>
      ))}
      {appeals.map((appeal) => (
        <AppealPart key={appeal.id} appeal={appeal} until={null} target={target} zone={zone} />
      ))}
      {isOpen ? <AppealPart appeal={undefined} until={appealUntil} target={target} zone={zone} /> : null}
    </div>
  );
}
