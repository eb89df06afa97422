import type { Restriction } from '~/domain/lexicon/types';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';

const isContest = ({ rule }: Restriction): boolean => rule.startsWith('contest-');

/** What children must not do, and what contests forbid, each with where it is written. */
export function TechniqueRestrictions({ restrictions }: { restrictions: readonly Restriction[] }) {
  const { t } = useT();
  const children = restrictions.filter((restriction) => !isContest(restriction));
  const contest = restrictions.filter(isContest);
  if (restrictions.length === 0) return null;
  return (
    <div className="stack stack-s waza-rules">
      {children.length > 0 ? (
        <Notice kind="warn" title={t('lexicon:rule.children')}>
          <Rules restrictions={children} />
          <p className="quiet">{t('lexicon:rule.advice')}</p>
        </Notice>
      ) : null}
      {contest.length > 0 ? (
        <Notice kind="warn" title={t('lexicon:rule.contest')}>
          <Rules restrictions={contest} />
        </Notice>
      ) : null}
    </div>
  );
}

function Rules({ restrictions }: { restrictions: readonly Restriction[] }) {
  const { t } = useT();
  return (
    <ul>
      {restrictions.map(({ rule, source }) => (
        <li key={rule}>
          {t(`lexicon:rule.${rule}`)}{' '}
          <small>
            {source ? (
              <a href={source.url} lang="ja" rel="noreferrer">
                {source.title}
              </a>
            ) : (
              t('lexicon:technique.no-source')
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
