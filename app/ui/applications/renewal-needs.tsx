import type { Renewal } from '~/domain/applications/types';
import { useT } from '~/ui/kit/use-t';
import { FindingSteps, type Titles } from './finding-steps';
import { PointsProgress } from './points-progress';

type Props = { renewal: Renewal; titles: Titles; withLinks?: boolean };

/** What a renewal asks for and how far one is: until when, live conditions, points. */
export function RenewalNeeds({ renewal, titles, withLinks = false }: Props) {
  const { t, fmt } = useT();
  const { way, lastDay, handInBy, begins, findings, points } = renewal;
  return (
    <div className="stack">
      <p className="measure">{t(`applications:renewal.way.${way}`, { date: fmt.date(lastDay) })}</p>
      {handInBy ? (
        <p className="measure">{t('applications:renewal.hand-in-by', { date: fmt.date(handInBy) })}</p>
      ) : null}
      {findings.length > 0 ? (
        <FindingSteps findings={findings} titles={titles} withLinks={withLinks} />
      ) : null}
      {points ? <PointsProgress points={points} /> : null}
      {findings.length === 0 && !points ? <p>{t('applications:renewal.nothing')}</p> : null}
      <p className="quiet">{t('applications:renewal.begins', { date: fmt.date(begins) })}</p>
    </div>
  );
}
