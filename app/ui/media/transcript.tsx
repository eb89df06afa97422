import type { Lang } from '~/i18n/locales';
import { Fold } from '~/ui/kit/confirm';
import { useT } from '~/ui/kit/use-t';
import { Moment } from './moment';

export type Transcript = { lang: Lang; isMachine: boolean; cues: { startMs: number; text: string }[] };

type Props = {
  label: string;
  transcript: Transcript;
  /** Path of the page that plays from a second (`?t=`); without it the moments are no links. */
  page?: string;
};

/** The words of a recording in the nearest language, each at its moment. */
export function TranscriptFold({ label, transcript, page }: Props) {
  const { t, lang: own } = useT();
  const { lang, isMachine, cues } = transcript;
  const notes = [
    lang === own ? '' : t('shell:text.shown-in', { language: t(`shell:language.${lang}`) }),
    isMachine ? t('shell:text.machine') : '',
  ].filter(Boolean);
  return (
    <Fold summary={label} open>
      {notes.length > 0 ? <p className="note">{notes.join(' · ')}</p> : null}
      <div className="lines" lang={lang === own ? undefined : lang}>
        {cues.map(({ startMs, text }) => (
          <Line key={startMs} startMs={startMs} text={text} page={page} />
        ))}
      </div>
    </Fold>
  );
}

function Line({ startMs, text, page }: { startMs: number; text: string; page: string | undefined }) {
  return (
    <>
      <span className="quiet">
        <Moment startMs={startMs} page={page} />
      </span>
      <p>{text}</p>
    </>
  );
}
