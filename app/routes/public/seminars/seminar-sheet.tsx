import type { ListedInstructor } from '~/domain/partners/list-instructors.server';
import type { SeminarPage } from '~/domain/seminars/get-seminar.server';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { LanguageTag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { BeginsAt, SeminarDays } from '~/ui/seminars/seminar-time';

type Props = { seminar: SeminarPage; instructors: readonly ListedInstructor[] };

/** When, where, who, in which languages. */
export function SeminarSheet({ seminar, instructors }: Props) {
  const { t, fmt } = useT();
  const { spoken, interpreted, points, places } = seminar;
  return (
    <aside className="fact-side study-side">
      <h2 className="sr">{t('seminars:facts')}</h2>
      <Facts
        items={[
          { label: t('seminars:when'), value: <When seminar={seminar} /> },
          { label: t('seminars:form'), value: t(`seminars:mode.${seminar.mode}`) },
          { label: t('seminars:place'), value: <Text value={seminar.place} /> },
          { label: t('seminars:hosts'), value: <Hosts seminar={seminar} /> },
          instructors.length > 0
            ? { label: t('seminars:teaches'), value: <Teachers instructors={instructors} /> }
            : null,
          { label: t('seminars:spoken'), value: <LanguageTag langs={spoken} /> },
          interpreted.length > 0
            ? { label: t('seminars:interpreted'), value: <LanguageTag langs={interpreted} /> }
            : null,
          points > 0
            ? { label: t('seminars:points'), value: t('shell:units.points', { count: points }) }
            : null,
          places === null ? null : { label: t('seminars:places'), value: fmt.number(places) },
        ]}
      />
    </aside>
  );
}

function When({ seminar }: { seminar: SeminarPage }) {
  return (
    <>
      <SeminarDays {...seminar} />
      <br />
      <BeginsAt {...seminar} />
    </>
  );
}

function Hosts({ seminar: { hosts } }: { seminar: SeminarPage }) {
  return (
    <ul className="stack stack-s">
      {hosts.map(({ organisationId, name }) => (
        <li key={JSON.stringify(name)}>
          {organisationId ? (
            <A to={`/partners#${organisationId}`}>
              <Text value={name} />
            </A>
          ) : (
            <Text value={name} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Teachers({ instructors }: Pick<Props, 'instructors'>) {
  return (
    <ul className="stack stack-s">
      {instructors.map(({ slug, credit }) => (
        <li key={slug}>
          <A to={`/instructors/${slug}`}>
            <Text value={credit} />
          </A>
        </li>
      ))}
    </ul>
  );
}
