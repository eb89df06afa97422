import type { TechniquePageData } from '~/domain/lexicon/get-technique.server';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { CLASS_NAMES, SET_NAMES } from '~/ui/lexicon/japanese-names';

/** Where the technique stands in the Kodokan's order. */
export function TechniqueFacts({ technique }: { technique: TechniquePageData }) {
  const { t, lang } = useT();
  const { class: ofClass, set, numberInClass: number, position, total: all } = technique;
  const japanese = CLASS_NAMES[ofClass];
  const setJapanese = set && SET_NAMES[set];
  return (
    <section aria-labelledby="facts-title">
      <h2 className="h3" id="facts-title">
        {t('lexicon:technique.facts')}
      </h2>
      <Facts
        items={[
          {
            label: t('lexicon:technique.class'),
            value: (
              <A to={`/techniques?class=${ofClass}`}>
                {lang === 'ja' ? null : `${t(`lexicon:class.${ofClass}`)} `}
                <span lang="ja">{japanese.kanji}</span>
              </A>
            ),
          },
          {
            label: t('lexicon:technique.set'),
            value: set ? (
              <A to={`/techniques?by=set&set=${set}`}>
                {t(`lexicon:set.${set}`)}{' '}
                {setJapanese && lang !== 'ja' ? <span lang="ja">{setJapanese.kanji}</span> : null}
              </A>
            ) : null,
          },
          {
            label: t('lexicon:technique.number'),
            value: t('lexicon:technique.number-of', { number, position, all }),
          },
        ]}
      />
    </section>
  );
}
