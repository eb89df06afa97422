import type { OwnLicence } from '~/domain/licensing/list-own-qualifications.server';
import { componentRules } from '~/ui/frameworks/component-rules';
import { ButtonLink } from '~/ui/kit/button';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';

/** To the renewal while it is open; after that to what can still be done. */
function WayOn({ licence: { level, standing } }: { licence: OwnLicence }) {
  const { t } = useT();
  const { state } = standing;
  const to = `/me/qualifications/${level.slug}`;
  if (state === 'renewable' || state === 'grace') {
    return (
      <div>
        <ButtonLink to={to}>{t('applications:renewal.go')}</ButtonLink>
      </div>
    );
  }
  return state === 'lapsed' ? (
    <A to={to} className="link target">
      {t('applications:renewal.back')}
    </A>
  ) : null;
}

/** Where a condition is got: handed in as a paper, or studied. */
const wayTo = (ref: string): string =>
  ref === 'papers' ? '/me/evidence/new' : ref.replace(/^course:/, '/courses/');

/** A qualification somebody holds: its state today, its dates, its public document. */
export function LicenceCard({ licence }: { licence: OwnLicence }) {
  const { t, fmt } = useT();
  const { level, standing, facts, next, documents } = licence;
  const components = componentRules(level, [facts.ruleSetVersionId]);
  const missing = standing.missing.flatMap((kind) => components.find((rule) => rule.kind === kind) ?? []);
  return (
    <article className="card">
      <h3>
        <Text value={level.name} quiet />
      </h3>
      <StandingMark standing={standing} />
      <p className="num">
        {t('licensing:mine.dates', { from: fmt.date(facts.from), until: fmt.date(facts.until) })}
      </p>
      {standing.state === 'suspended' && missing.length > 0 ? (
        <div className="quiet">
          <p>{t('licensing:mine.way-back')}</p>
          <ul>
            {missing.map(({ kind, name, ref }) => (
              <li key={kind}>
                <A to={wayTo(ref)} className="link target">
                  <Text value={name} quiet />
                </A>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {next ? (
        <p>{t('applications:renewal.next', { from: fmt.date(next.from), until: fmt.date(next.until) })}</p>
      ) : (
        <WayOn licence={licence} />
      )}
      {facts.pausedDays > 0 ? <p>{t('sanctions:own.moved', { count: facts.pausedDays })}</p> : null}
      <A to={`/me/awards/${facts.qualificationId}`} className="link target">
        {t('sanctions:own.to')}
      </A>
      {documents
        .filter(({ isReplaced }) => !isReplaced)
        .map(({ serial, number }) => (
          <p key={serial}>
            <A to={`/verify/${serial}`} className="link target">
              {t('licensing:mine.document', { number })}
            </A>{' '}
            <A to={`/me/qualifications/${serial}/certificate.pdf`} className="link target">
              {t('credentials:paper.download')}
            </A>{' '}
            <A to={`/me/qualifications/${serial}/card.pdf`} className="link target">
              {t('credentials:paper.card')}
            </A>
          </p>
        ))}
    </article>
  );
}
