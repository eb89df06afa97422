import type { ListedSeminar } from '~/domain/seminars/list-seminars.server';
import { LANGS, type Lang } from '~/i18n/locales';
import { FactsLine } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { LanguageTag, Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { BeginsAt, SeminarDays } from './seminar-time';

const heardIn = ({ spoken, interpreted }: ListedSeminar): Lang[] =>
  LANGS.filter((lang) => spoken.includes(lang) || interpreted.includes(lang));

/** A seminar in a list: when in both countries, who, in which languages. */
export function SeminarRow({ seminar }: { seminar: ListedSeminar }) {
  const { t } = useT();
  const { slug, state, title, summary, hosts, place, mode, points, recordings } = seminar;
  return (
    <li className="stack stack-s">
      {state === 'running' ? (
        <p>
          <Tag>{t('seminars:state.running')}</Tag>
        </p>
      ) : null}
      <p className="row">
        <span className="strong">
          <SeminarDays {...seminar} />
        </span>
        <BeginsAt {...seminar} />
      </p>
      <h3>
        <A to={`/seminars/${slug}`}>
          <Text value={title} quiet />
        </A>
      </h3>
      <p className="quiet measure">
        <Text value={summary} />
      </p>
      <FactsLine
        items={[
          mode === 'online' ? null : t(`seminars:mode.${mode}`),
          <Text key="place" value={place} quiet />,
          ...hosts.map((host) => <Text key={JSON.stringify(host)} value={host} quiet />),
          t('seminars:sessions', { count: seminar.sessions }),
          points > 0 ? t('shell:units.points', { count: points }) : null,
          recordings > 0 ? t('seminars:recordings', { count: recordings }) : null,
          <LanguageTag key="langs" langs={heardIn(seminar)} />,
        ]}
      />
    </li>
  );
}
