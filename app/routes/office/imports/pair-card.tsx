import { PAIR_DECISIONS } from '~/domain/imports/inputs';
import type { PairSide, ShownPair } from '~/domain/imports/list-pairs.server';
import { Facts } from '~/ui/kit/facts';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** Two records beside each other, and what they are to each other. */
export function PairCard({ pair, isClosed }: { pair: ShownPair; isClosed: boolean }) {
  const { t, fmt } = useT();
  const { id, kind, score, row, other, decision } = pair;
  return (
    <section className="card stack" aria-labelledby={`pair-${id}`}>
      <div className="row">
        <h2 className="h3" id={`pair-${id}`}>
          {row.name}
        </h2>
        <Tag>
          {kind === 'iin'
            ? t('imports:pairs.by-iin')
            : t('imports:pairs.by-name', { score: fmt.percent(score) })}
        </Tag>
      </div>
      <div className="split">
        <Side side={row} />
        <Side side={other} />
      </div>
      <div className="field">
        <label htmlFor={`choice-${id}`}>{t('imports:pairs.choice')}</label>
        <select
          id={`choice-${id}`}
          name="pair"
          className="input"
          disabled={isClosed}
          defaultValue={`${id}=${decision ?? ''}`}
        >
          <option value={`${id}=`}>{t('imports:pairs.later')}</option>
          {PAIR_DECISIONS.map((each) => (
            <option key={each} value={`${id}=${each}`}>
              {t(`imports:pairs.decide-${each}`)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

function Side({ side }: { side: PairSide }) {
  const { t, fmt } = useT();
  const { rowNo, name, otherName, birthOn, iin, hasIin, place } = side;
  return (
    <div className="stack stack-s">
      <p className="strong">
        {rowNo === null ? t('imports:pairs.on-record') : t('imports:pairs.row', { row: rowNo })}
      </p>
      <Facts
        items={[
          { label: t('imports:pairs.name'), value: name },
          { label: t('imports:pairs.other-name'), value: otherName },
          { label: t('imports:field.birth'), value: birthOn ? fmt.date(birthOn) : '' },
          {
            label: t('imports:field.iin'),
            value: iin ?? (hasIin ? t('imports:pairs.has-iin') : t('imports:pairs.no-iin')),
          },
          { label: t('imports:column.place'), value: place ? <Text value={place} quiet /> : null },
        ]}
      />
    </div>
  );
}
