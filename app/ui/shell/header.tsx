import { A } from '~/ui/kit/link';
import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { SearchField } from '~/ui/search/search-field';
import { LanguageFold, LanguageLinks } from './language-switch';
import { areaFor, isWithin, mainLinks, type NavLink } from './navigation';

/** Brand, sections for this reader, and the language switch. On phones the sections fold into a menu. */
export function Header({ office = false }: { office?: boolean }) {
  const { t, path, actor, demo } = useT();
  const wrap = office ? 'wrap wrap-office' : 'wrap';
  const links = mainLinks(actor);
  const area = areaFor(path, actor);
  return (
    <>
      <header className={links.length > 5 ? 'bar is-full' : 'bar'}>
        {demo ? (
          <div className="demo">
            <div className={wrap}>{t('shell:demo.banner')}</div>
          </div>
        ) : null}
        <div className={`bar-row ${wrap}`}>
          <A to="/" className="brand" aria-label={t('shell:brand.home')}>
            <b lang="ja">師範</b> Shihan
          </A>
          <nav aria-label={t('shell:nav.main')}>
            <ul className="nav">
              {links.map((link) => (
                <NavItem key={link.to} link={link} />
              ))}
            </ul>
          </nav>
          <nav className="langs-flat" aria-label={t('shell:language.switch')}>
            <LanguageLinks />
          </nav>
          <SearchFold />
          <div className="bar-folds">
            <LanguageFold />
            <MenuFold links={links} />
          </div>
        </div>
      </header>
      {area ? (
        <div className="area">
          <div className={wrap}>
            <Tabs
              label={t(area.label)}
              items={area.links.map(({ to, label }) => ({
                to,
                label: t(label),
                current: isWithin(path, to),
              }))}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}

function NavItem({ link }: { link: NavLink }) {
  const { t, path } = useT();
  return (
    <li>
      <A to={link.to} aria-current={isWithin(path, link.within ?? link.to) ? 'page' : undefined}>
        {t(link.label)}
      </A>
    </li>
  );
}

/** The search from every page; opened by its sign, so that long menus keep their place. */
function SearchFold() {
  const { t } = useT();
  return (
    <details name="bar" className="fold-search">
      <summary>
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path
            d="M9.5 3a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3 5.2 5.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
        </svg>
        <span className="sr">{t('shell:nav.search')}</span>
      </summary>
      <div className="panel">
        <SearchField id="bar-search" showLabel />
      </div>
    </details>
  );
}

function MenuFold({ links }: { links: readonly NavLink[] }) {
  const { t, actor } = useT();
  return (
    <details name="bar">
      <summary>
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path d="M2 5h18M2 11h18M2 17h18" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
        <span className="sr">{t('shell:nav.menu')}</span>
      </summary>
      <nav className="panel" aria-label={t('shell:nav.main')}>
        <ul>
          {links.map((link) => (
            <NavItem key={link.to} link={link} />
          ))}
        </ul>
        {actor ? <p>{actor.name}</p> : null}
      </nav>
    </details>
  );
}
