import type { Finding } from '~/domain/applications/types';
import type { LocalizedText } from '~/i18n/content';
import { ButtonLink } from '~/ui/kit/button';
import { StatusIcon } from '~/ui/kit/status';
import { Steps } from '~/ui/kit/steps';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { CountedByWords } from './counted-by';
import { findingWords } from './finding-words';

/** Names of what refs point to, such as 'course:safeguarding'. */
export type Titles = Readonly<Record<string, LocalizedText>>;

type Props = {
  findings: readonly Finding[];
  titles: Titles;
  /** With the way to each missing piece; the office only looks. */
  withLinks?: boolean;
};

/** What a level asks for as a path: met since when and until when, missing and where to get it. */
export function FindingSteps({ findings, titles, withLinks = false }: Props) {
  return (
    <Steps
      items={findings.map((finding, index) => ({
        key: `${finding.kind}-${finding.ref ?? ''}-${index}`,
        title: <FindingTitle finding={finding} titles={titles} />,
        state: finding.met ? 'met' : 'missing',
        note: <FindingNote finding={finding} titles={titles} />,
        action: withLinks && !finding.met ? <WayTo finding={finding} /> : null,
      }))}
    />
  );
}

function FindingTitle({ finding, titles }: { finding: Finding; titles: Titles }) {
  const { t } = useT();
  const name = finding.name ?? (finding.ref ? titles[finding.ref] : undefined);
  const words = findingWords(t, finding.kind, finding.count);
  if (!name && finding.category)
    return (
      <>{`${t('licensing:path.label', { what: words })} ${t(`frameworks:points.${finding.category}`)}`}</>
    );
  if (!name) return <>{words}</>;
  return (
    <>
      {t('licensing:path.label', { what: words })} <Text value={name} quiet />
    </>
  );
}

function FindingNote({ finding, titles }: { finding: Finding; titles: Titles }) {
  const { t, fmt } = useT();
  const { since, validUntil, of, met, kind, have } = finding;
  const dates = [
    since ? t('licensing:path.since', { date: fmt.date(since) }) : '',
    validUntil ? t('licensing:path.until', { date: fmt.date(validUntil) }) : '',
    typeof have === 'number' ? t('licensing:path.best', { score: fmt.percent(have) }) : '',
  ].filter(Boolean);
  const parts = of.map((part, index) => (
    <li key={`${part.kind}-${part.ref ?? index}`} className="status">
      <StatusIcon status={part.met ? 'met' : 'missing'} />
      <span>
        <span className="sr">{t(part.met ? 'shell:status.met' : 'shell:status.missing')}: </span>
        <FindingTitle finding={part} titles={titles} />
        {part.isOwnWord ? ` · ${t('licensing:path.age.own-word')}` : null}
        {part.by ? (
          <>
            {' · '}
            <CountedByWords by={part.by} />
          </>
        ) : null}
      </span>
    </li>
  ));
  return (
    <>
      {dates.length > 0 ? <p>{dates.join(' · ')}</p> : null}
      {finding.by ? (
        <p>
          <CountedByWords by={finding.by} />
        </p>
      ) : null}
      {kind === 'age' ? <p>{t(`licensing:path.age.${ageState(finding)}`)}</p> : null}
      {finding.isOwnWord ? <p>{t('licensing:path.age.own-word')}</p> : null}
      {!met && kind === 'practical' ? <p>{t('licensing:path.practical-hint')}</p> : null}
      {parts.length > 0 ? <ul>{parts}</ul> : null}
    </>
  );
}

/** All that anybody is told of an age. */
const ageState = ({ met, ref }: Finding) => (met ? 'met' : ref === 'birthday' ? 'unknown' : 'not-met');

/** The page where a missing piece is got; a practical is arranged with an assessor, so it has none. */
function WayTo({ finding }: { finding: Finding }) {
  const { t } = useT();
  const [kind = '', key = ''] = (finding.ref ?? '').split(':');
  const ways: Record<string, { to: string; words: string }> = {
    course: { to: `/courses/${key}`, words: t('licensing:path.to-course') },
    level: { to: `/me/qualifications/${key}`, words: t('licensing:path.to-level') },
    account: { to: '/account', words: t('licensing:path.to-account') },
    birthday: { to: '/account?birthday#birthday', words: t('licensing:path.to-birthday') },
    code: { to: '/me/code', words: t('licensing:path.to-code') },
    papers: { to: '/me/evidence/new', words: t('licensing:path.to-papers') },
  };
  const way = ways[kind];
  return way ? (
    <ButtonLink to={way.to} look="plain" small>
      {way.words}
    </ButtonLink>
  ) : null;
}
