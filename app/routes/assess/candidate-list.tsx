import type { PersonFacts } from '~/domain/evidence/types';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** People found by name or address, each with the way to a new sheet. */
export function CandidateList({ people, level }: { people: readonly PersonFacts[]; level: string }) {
  const { t } = useT();
  if (people.length === 0) {
    return (
      <EmptyState title={t('evidence:assess.nobody')}>
        <p>{t('evidence:assess.nobody-text')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="list">
      {people.map(({ personId, displayName, latinName, organisation }) => (
        <li key={personId} className="row row-apart">
          <div>
            <p className="strong">
              {displayName}{' '}
              {latinName === displayName ? null : (
                <span className="quiet" lang="en">
                  {latinName}
                </span>
              )}
            </p>
            {organisation ? <Text value={organisation} as="p" className="quiet" quiet /> : null}
          </div>
          <ButtonLink to={`/assess/new?level=${level}&person=${personId}`} look="plain" small>
            {t('evidence:assess.fill-in')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
