import type { TechniquePageData } from '~/domain/lexicon/get-technique.server';
import { ALIAS_KINDS } from '~/domain/lexicon/inputs';
import type { TechniqueAlias } from '~/domain/lexicon/types';
import { Facts } from '~/ui/kit/facts';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { MachineNote } from '~/ui/lexicon/machine-note';
import { SourceNote } from '~/ui/lexicon/source-note';

/** The name in four scripts, how it sounds, and what else it is called. */
export function TechniqueNamesTable({ technique }: { technique: TechniquePageData }) {
  const { t } = useT();
  const { names, sound, aliases } = technique;
  return (
    <section aria-labelledby="names-title">
      <h2 className="h3" id="names-title">
        {t('lexicon:technique.names')}
      </h2>
      <Facts
        items={[
          { label: t('lexicon:technique.kanji'), value: <span lang="ja">{names.kanji}</span> },
          { label: t('lexicon:technique.kana'), value: <span lang="ja">{names.kana}</span> },
          { label: t('lexicon:technique.romaji'), value: <span lang="ja-Latn">{names.romaji}</span> },
          { label: t('lexicon:technique.sound'), value: <span lang="ja-Latn">{sound}</span> },
          { label: t('lexicon:technique.cyrillic'), value: <span lang="ja-Cyrl">{names.cyrillic}</span> },
          { label: t('lexicon:technique.polivanov'), value: <span lang="ja-Cyrl">{names.polivanov}</span> },
        ]}
      />
      {aliases.length > 0 ? <OtherNames aliases={aliases} /> : null}
    </section>
  );
}

function OtherNames({ aliases }: { aliases: readonly TechniqueAlias[] }) {
  const { t } = useT();
  return (
    <>
      <h2 className="h3 gap-top">{t('lexicon:technique.other-names')}</h2>
      <dl className="waza-aliases">
        {ALIAS_KINDS.map((kind) => {
          const ofKind = aliases.filter((alias) => alias.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <div key={kind}>
              <dt>{t(`lexicon:kind.${kind}`)}</dt>
              {ofKind.map((alias) => (
                <AliasLine key={alias.id} alias={alias} />
              ))}
            </div>
          );
        })}
      </dl>
    </>
  );
}

const LANGUAGE_OF = { kanji: 'ja', kana: 'ja', cyrillic: 'ja-Cyrl', latin: 'ja-Latn' } as const;

/** Spellings need no source: they are the same name. */
function AliasLine({ alias: { text, script, kind, lang, source } }: { alias: TechniqueAlias }) {
  const isWords = kind === 'descriptive' || kind === 'sambo';
  return (
    <dd>
      <span lang={isWords && lang ? lang : LANGUAGE_OF[script]}>{text}</span>{' '}
      {isWords ? <SourceNote source={source} lang={lang} /> : null}
    </dd>
  );
}

/** What each piece of the name says. */
export function TechniqueParts({ elements }: Pick<TechniquePageData, 'elements'>) {
  const { t } = useT();
  const [first] = elements;
  return (
    <section className="section" aria-labelledby="parts-title">
      <h2 id="parts-title">{t('lexicon:technique.parts')}</h2>
      <ol className="waza-parts">
        {elements.map(({ kanji, kana, meaning }) => (
          <li key={kanji}>
            <ruby lang="ja">
              {kanji}
              <rt>{kana}</rt>
            </ruby>
            <Text value={meaning} quiet />
          </li>
        ))}
      </ol>
      {first ? <MachineNote value={first.meaning} /> : null}
    </section>
  );
}
