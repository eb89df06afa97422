import type { MessageKey } from '~/i18n/resources';
import { Ornament } from '~/ui/drawings/ornament';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { LanguageLinks } from './language-switch';

const LINKS: readonly { to: string; label: MessageKey }[] = [
  { to: '/about', label: 'about:page.about.title' },
  { to: '/code', label: 'conduct:short' },
  { to: '/register', label: 'credentials:register.title' },
  { to: '/accessibility', label: 'about:page.accessibility.title' },
  { to: '/privacy', label: 'about:page.privacy.title' },
];

/** Partners, words of the platform about itself, languages. Partners are named without logos: those need a permission. */
export function Footer() {
  const { t } = useT();
  return (
    <footer className="foot">
      <div className="wrap stack">
        <div className="ornament-frame">
          <Ornament />
        </div>
        <div className="two">
          <div>
            <p>
              <b lang="en">Jenys Judo Club</b>
              <br />
              {t('shell:footer.jenys')}
            </p>
          </div>
          <div>
            <p>
              <b lang="en">JUDOs</b> <span lang="ja">認定NPO法人</span>
              <br />
              {t('shell:footer.judos')}
            </p>
          </div>
        </div>
        <nav aria-label={t('about:links')}>
          <ul className="foot-links">
            {LINKS.map(({ to, label }) => (
              <li key={to}>
                <A to={to}>{t(label)}</A>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageLinks />
      </div>
    </footer>
  );
}
