import type { TechniquePageData } from '~/domain/lexicon/get-technique.server';
import { RELATION_KINDS } from '~/domain/lexicon/inputs';
import type { RelatedTechnique } from '~/domain/lexicon/types';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { SourceNote } from '~/ui/lexicon/source-note';
import { RubyName, readerName } from '~/ui/lexicon/technique-name';

type Props = { technique: Pick<TechniquePageData, 'onward' | 'backward'> };

/** Counters, combinations and continuations, in both directions. */
export function RelatedTechniques({ technique: { onward, backward } }: Props) {
  const { t } = useT();
  const isEmpty = onward.length + backward.length === 0;
  return (
    <section className="section" aria-labelledby="related-title">
      <h2 id="related-title">{t('lexicon:technique.related')}</h2>
      {isEmpty ? (
        <p className="quiet gap-top">{t('lexicon:technique.none-related')}</p>
      ) : (
        <>
          <div className="waza-related">
            {RELATION_KINDS.map((kind) => (
              <Related
                key={kind}
                title={t(`lexicon:onward.${kind}`)}
                techniques={onward.filter((one) => one.kind === kind)}
              />
            ))}
            {RELATION_KINDS.map((kind) => (
              <Related
                key={kind}
                title={t(`lexicon:backward.${kind}`)}
                techniques={backward.filter((one) => one.kind === kind)}
              />
            ))}
          </div>
          <p className="quiet">{t('lexicon:technique.related-note')}</p>
        </>
      )}
    </section>
  );
}

function Related({ title, techniques }: { title: string; techniques: readonly RelatedTechnique[] }) {
  const { lang } = useT();
  if (techniques.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {techniques.map(({ relationId, id, names, source }) => (
          <li key={relationId} className="waza">
            <A to={`/techniques/${id}`}>
              <RubyName names={names} />
              {lang === 'ja' ? null : <b>{readerName(names, lang)}</b>}
            </A>
            {source ? <SourceNote source={source} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
