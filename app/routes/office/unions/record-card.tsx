import { type ComparedRecord, type Counts, SHOWN_KINDS, type ShownKind } from '~/domain/unions/types';
import { plainText } from '~/i18n/content';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { CountList } from './counts';

/** Kinds that stand in facts of their own. */
const SAID: readonly ShownKind[] = ['qualification', 'account'];

const hasRows = (counts: Counts): boolean =>
  SHOWN_KINDS.some((kind) => !SAID.includes(kind) && (counts[kind] ?? 0) > 0);

/** One of two records that are compared, under a heading that tells it from the other one, however alike their names. */
export function RecordCard({ record, heading }: { record: ComparedRecord; heading: string }) {
  const { t } = useT();
  const { personId, displayName, names, organisation, hasAccount, counts } = record;
  const others = names.map(({ text }) => text).filter((text) => text !== displayName);
  return (
    <section className="card stack" aria-labelledby={`record-${personId}`}>
      <h2 className="h3" id={`record-${personId}`}>
        {heading}
      </h2>
      <Facts
        items={[
          others.length > 0 ? { label: t('unions:compare.names'), value: others.join('; ') } : null,
          {
            label: t('unions:compare.place'),
            value: organisation ? <Text value={organisation} quiet /> : t('unions:compare.no-place'),
          },
          {
            label: t('unions:compare.account'),
            value: t(hasAccount ? 'unions:compare.has-account' : 'unions:compare.no-account'),
          },
          { label: t('unions:compare.awards'), value: <Awards record={record} /> },
          hasRows(counts)
            ? { label: t('unions:compare.rows'), value: <CountList counts={counts} without={SAID} /> }
            : null,
        ]}
      />
    </section>
  );
}

function Awards({ record: { awards } }: { record: ComparedRecord }) {
  const { t, fmt } = useT();
  if (awards.length === 0) return t('unions:compare.no-awards');
  return (
    <ul>
      {awards.map(({ qualificationId, level, awardedOn, until, standing }) => (
        <li key={qualificationId}>
          <A to={`/office/register/${qualificationId}`} className="link">
            <Text value={level.name} quiet />
          </A>
          , {fmt.date(awardedOn)} – {fmt.date(until)} <StandingMark standing={standing} />
        </li>
      ))}
    </ul>
  );
}

/** What two of one level on one person mean, before they are joined. */
export function SharedLevels({ one, two }: { one: ComparedRecord; two: ComparedRecord }) {
  const { t, lang } = useT();
  const held = new Set(two.awards.map(({ level }) => level.id));
  const shared = new Map(one.awards.map(({ level }) => [level.id, plainText(level.name, lang)]));
  const names = [...shared].filter(([id]) => held.has(id)).map(([, name]) => name);
  if (names.length === 0) return null;
  return <Notice>{t('unions:compare.same-level', { levels: names.join('; ') })}</Notice>;
}
