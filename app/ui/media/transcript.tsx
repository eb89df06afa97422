import { LANG_NAMES, type Lang } from '~/i18n/locales';
import { Fold } from '~/ui/kit/confirm';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

export type Transcript = { lang: Lang; isMachine: boolean; cues: { startMs: number; text: string }[] };

/** The words of a recording in the nearest language, each at its moment. */
export function TranscriptFold({ label, transcript }: { label: string; transcript: Transcript }) {
  const { t, fmt, lang: own } = useT();
  const { lang, isMachine, cues } = transcript;
  const notes = [
    lang === own ? '' : t('shell:text.shown-in', { language: LANG_NAMES[lang].own }),
    isMachine ? t('shell:text.machine') : '',
  ].filter(Boolean);
  return (
    <Fold summary={label} open>
      {notes.length > 0 ? <p className="note">{notes.join(' · ')}</p> : null}
      <div className="lines" lang={lang === own ? undefined : lang}>
        {cues.map(({ startMs, text }) => (
          <Line key={startMs} startMs={startMs} time={fmt.clock(startMs / 1000)} text={text} />
        ))}
      </div>
    </Fold>
  );
}

/** The time leads to that second, without script too. */
function Line({ startMs, time, text }: { startMs: number; time: string; text: string }) {
  const { path } = useT();
  const second = Math.floor(startMs / 1000);
  return (
    <>
      <A to={`${path}?t=${second}`} className="quiet">
        {time}
      </A>
      <p>{text}</p>
    </>
  );
}
