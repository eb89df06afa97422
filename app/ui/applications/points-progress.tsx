import type { PointsCount } from '~/domain/applications/types';
import { Progress } from '~/ui/kit/meter';
import { useT } from '~/ui/kit/use-t';

/** How far a cycle has come in points: in all, then by the kinds that the rules name. */
export function PointsProgress({ points }: { points: PointsCount }) {
  const { t, fmt } = useT();
  const { total, required, carried, carryOver, categories } = points;
  const words = (have: number, need: number) =>
    t('applications:points.progress', { have: fmt.number(have), need: fmt.number(need) });
  return (
    <div className="stack stack-s">
      <Progress
        label={<span className="strong">{t('applications:points.title')}</span>}
        value={total}
        max={required}
        shown={words(total, required)}
      />
      {categories.map(({ category, points: have, minimum, maximum }) => (
        <div key={category}>
          {minimum > 0 ? (
            <Progress
              label={t(`frameworks:points.${category}`)}
              value={have}
              max={minimum}
              shown={words(have, minimum)}
            />
          ) : null}
          {maximum === null ? null : (
            <p className="quiet num">
              {t('licensing:path.label', { what: t(`frameworks:points.${category}`) })}{' '}
              {t('applications:points.maximum', { points: fmt.number(have), most: fmt.number(maximum) })}
            </p>
          )}
        </div>
      ))}
      {carried > 0 ? (
        <p className="quiet">{t('applications:points.carried', { points: fmt.number(carried) })}</p>
      ) : null}
      {carryOver > 0 ? (
        <p className="quiet">{t('applications:points.carry-over', { points: fmt.number(carryOver) })}</p>
      ) : null}
    </div>
  );
}
