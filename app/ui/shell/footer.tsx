import { Ornament } from '~/ui/drawings/ornament';
import { useT } from '~/ui/kit/use-t';
import { LanguageLinks } from './language-switch';

/** Partners, words about accessibility, languages. Partners are named without logos: those need a permission. */
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
        <p className="measure">
          <b>{t('shell:footer.access')}</b>
          <br />
          {t('shell:footer.access-text')}
        </p>
        <LanguageLinks />
      </div>
    </footer>
  );
}
