import { type ComparedRecord, type Counts, SHOWN_KINDS, type ShownKind } from '~/domain/unions/types';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { CountList } from './counts';

/** Kinds that stand in facts of their own. */
const SAID: readonly ShownKind[] = ['qualification', 'account'];

const hasRows = (counts: Counts): boolean =>
  SHOWN_KINDS.some((kind) => !SAID.includes(kind) && (counts[kind] ?? 0) > 0);

/** One of two records that are compared. */
export function RecordCard({ record }: { record: ComparedRecord }) {
  const { t } = useT();
  const { personId, displayName, names, organisation, hasAccount, counts } = record;
  const others = names.map(({ text }) => text).filter((text) => text !== displayName);
  return (
    <section className="card stack" aria-labelledby={`record-${personId}`}>
      <h2 className="h3" id={`record-${personId}`}>
        {displayName}
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
