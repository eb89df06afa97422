import type { FoundTechnique, FoundTerm } from '~/domain/lexicon/types';
import { LANG_NAMES } from '~/i18n/locales';
import type { DocumentHit } from '~/platform/search/find-documents.server';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Pieces } from '~/ui/search/pieces';
import { besideName, spokenName } from '~/ui/search/technique-name';

/** Techniques by their names. `isGuess`: none was named, these look or sound alike. */
export function TechniqueHits({
  techniques,
  isGuess = false,
}: {
  techniques: readonly FoundTechnique[];
  isGuess?: boolean;
}) {
  const { t } = useT();
  if (techniques.length === 0) return null;
  return (
    <section aria-labelledby="found-techniques" className="gap-top">
      <h2 id="found-techniques" className="h3">
        {isGuess ? t('search:alike') : t('search:kinds.technique')}
      </h2>
      <ul className="search-names">
        {techniques.map((technique) => (
          <TechniqueHit key={technique.id} technique={technique} />
        ))}
      </ul>
    </section>
  );
}

function TechniqueHit({ technique: { id, names, meaning, matched } }: { technique: FoundTechnique }) {
  const { lang } = useT();
  const spoken = spokenName(names, lang);
  const beside = besideName(names, lang);
  const isOther = matched.kind !== 'meaning' && !Object.values(names).includes(matched.text);
  return (
    <li>
      <A to={`/techniques/${id}`} className="target">
        <span className="strong">{spoken}</span>
      </A>{' '}
      <span lang={beside.lang}>{beside.text}</span>
      {isOther ? <span className="quiet"> · {matched.text}</span> : null}
      <Text value={meaning} as="p" className="quiet" quiet />
    </li>
  );
}

export function TermHits({ terms }: { terms: readonly FoundTerm[] }) {
  const { t, lang } = useT();
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="found-terms" className="gap-top">
      <h2 id="found-terms" className="h3">
        {t('search:kinds.term')}
      </h2>
      <ul className="search-names">
        {terms.map(({ id, name, reading }) => (
          <li key={id}>
            <A to={`/glossary#${id}`} className="target">
              <Text value={name} quiet className="strong" />
            </A>{' '}
            {lang === 'ja' || !name.ja ? null : <span lang="ja">{name.ja.text}</span>}{' '}
            {reading ? (
              <span lang="ja" className="quiet">
                {reading}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Courses, lessons, recordings and what is said in them. */
export function DocumentHits({ hits }: { hits: readonly DocumentHit[] }) {
  const { t } = useT();
  if (hits.length === 0) return null;
  return (
    <section aria-labelledby="found-texts" className="gap-top">
      <h2 id="found-texts" className="sr">
        {t('search:texts')}
      </h2>
      <ol className="list">
        {hits.map((hit) => (
          <Hit key={`${hit.kind} ${hit.id}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

function Hit({ hit }: { hit: DocumentHit }) {
  const { t, lang, fmt } = useT();
  const { title, within, seconds } = hit;
  return (
    <li className="stack stack-s">
      <div className="row row-base">
        <Tag>{t(`search:kind.${hit.kind}`)}</Tag>
        {within ? (
          <span className="quiet" lang={within.lang === lang ? undefined : within.lang}>
            {within.text}
          </span>
        ) : null}
      </div>
      <h3 className="h3">
        <A to={hit.path}>
          <Pieces pieces={hit.titlePieces} lang={title.lang === lang ? undefined : title.lang} />
          {seconds === null ? null : <span className="num"> · {fmt.clock(seconds)}</span>}
        </A>
      </h3>
      <Snippet hit={hit} />
    </li>
  );
}

function Snippet({ hit: { snippet } }: { hit: DocumentHit }) {
  const { t, lang } = useT();
  if (!snippet) return null;
  const notes = [
    snippet.lang === lang ? '' : LANG_NAMES[snippet.lang].own,
    snippet.isMachine ? t('search:machine') : '',
  ].filter(Boolean);
  return (
    <p className="measure">
      <Pieces pieces={snippet.pieces} lang={snippet.lang === lang ? undefined : snippet.lang} />
      {notes.length > 0 ? <small className="fallback-note"> {notes.join(' · ')}</small> : null}
    </p>
  );
}
