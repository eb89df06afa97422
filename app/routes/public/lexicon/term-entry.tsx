import type { TermList } from '~/domain/lexicon/list-terms.server';
import { pickText } from '~/i18n/content';
import { LANG_NAMES, LANGS, type Lang } from '~/i18n/locales';
import { useT } from '~/ui/kit/use-t';

type Term = TermList['terms'][number];

/** A term in the reader's language first, then in the three others, each marked where a machine wrote it. */
export function TermEntry({ term }: { term: Term }) {
  const { lang } = useT();
  const own = pickText(term.name, lang);
  const others = LANGS.filter((other) => other !== own.lang);
  return (
    <div id={term.id}>
      <dt>
        <Word term={term} lang={own.lang} />
      </dt>
      {others.map((other) => (
        <dd key={other}>
          <span className="term-lang" lang={other} aria-hidden="true">
            {LANG_NAMES[other].short}
          </span>
          <Word term={term} lang={other} />
        </dd>
      ))}
    </div>
  );
}

function Word({ term: { name, reading }, lang }: { term: Term; lang: Lang }) {
  const { t, lang: reader } = useT();
  const entry = name[lang];
  if (!entry) return null;
  const machine =
    entry.origin === 'machine' ? <small className="machine-note">{t('lexicon:terms.machine')}</small> : null;
  if (lang !== 'ja') {
    return (
      <>
        <span lang={lang === reader ? undefined : lang}>{entry.text}</span> {machine}
      </>
    );
  }
  return (
    <>
      <span lang="ja">
        {reading === entry.text ? (
          entry.text
        ) : (
          <ruby>
            {entry.text}
            <rt>{reading}</rt>
          </ruby>
        )}
      </span>{' '}
      {machine}
    </>
  );
}
