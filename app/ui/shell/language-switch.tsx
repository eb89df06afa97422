import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { useT } from '~/ui/kit/use-t';

/** This page in the other languages, query kept. */
export function LanguageLinks({ full = false }: { full?: boolean }) {
  const { lang: current, path, search } = useT();
  return (
    <ul className={full ? undefined : 'langs'}>
      {LANGS.map((lang) => (
        <li key={lang}>
          <a
            href={`/${lang}${path === '/' ? '' : path}${search}`}
            lang={lang}
            hrefLang={lang}
            aria-current={lang === current ? 'true' : undefined}
          >
            {full ? LANG_NAMES[lang].own : <ShortName lang={lang} />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ShortName({ lang }: { lang: (typeof LANGS)[number] }) {
  const { own, short } = LANG_NAMES[lang];
  return (
    <>
      {short}
      {own === short ? null : <span className="sr"> {own}</span>}
    </>
  );
}

/** The same for phones: the current language opens the list. */
export function LanguageFold() {
  const { t, lang } = useT();
  return (
    <details name="bar" className="fold-langs">
      <summary>
        <span className="sr">{t('shell:language.switch')}: </span>
        {LANG_NAMES[lang].short}
      </summary>
      <nav className="panel" aria-label={t('shell:language.switch')}>
        <LanguageLinks full />
      </nav>
    </details>
  );
}
