import type { Lang } from '~/i18n/locales';
import { useT } from '~/ui/kit/use-t';
import type { EditedCue } from './cue-form';

/** What is said in the other language, and the words of the glossary with their fixed rendering. */
export function CueBeside({ cue, side, lang }: { cue: EditedCue; side: Lang; lang: Lang }) {
  const { t } = useT();
  return (
    <div className="cue-beside">
      <p className="cue-text" lang={side}>
        {cue.beside || <span className="quiet">{t('captions:cue.nothing-beside')}</span>}
      </p>
      {cue.terms.length > 0 ? (
        <ul className="cue-terms" aria-label={t('captions:cue.terms')}>
          {cue.terms.map(({ id, kind, source, target }) => (
            <li key={`${kind} ${id}`} className="tag">
              <span lang={side}>{source}</span> → <b lang={lang}>{target}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What a reader would stumble over; the script writes it anew with every saving. */
export function CueWarnings({ cue }: { cue: EditedCue }) {
  const { t } = useT();
  const texts = [
    ...cue.warnings.map((code) => t(`captions:warning.${code}`, { speed: cue.speed })),
    ...cue.missing.map(({ source, target }) => t('captions:cue.missing', { source, target })),
  ];
  return (
    <ul className="cue-warnings" id={`c-${cue.id}-notes`} data-warnings>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
