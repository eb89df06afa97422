import type { DeskTrack } from '~/domain/captions/get-caption-desk.server';
import { LANG_NAMES } from '~/i18n/locales';
import { A } from '~/ui/kit/link';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { TrackMark } from './track-mark';

/** Moments of the studio are told in the zone of the country whose coaches study. */
export const STUDIO_ZONE = 'Asia/Almaty';

type Row = Omit<DeskTrack, 'decision'> & {
  decision: { act: string; note: string; by: string; at: string | Date } | null;
};

/** The languages of a recording's captions with their states. */
export function TrackTable({ tracks, here }: { tracks: readonly Row[]; here: string }) {
  const { t, fmt } = useT();
  const columns: readonly Column<Row>[] = [
    {
      key: 'lang',
      header: t('captions:desk.language'),
      names: true,
      cell: ({ lang }) => (
        <A to={`${here}/${lang}`} className="target">
          <span lang={lang}>{LANG_NAMES[lang].own}</span>
        </A>
      ),
    },
    { key: 'state', header: t('captions:desk.state'), cell: (track) => <TrackState track={track} /> },
    {
      key: 'cues',
      header: t('captions:desk.cues'),
      numeric: true,
      cell: ({ cues, filled }) =>
        filled === cues ? fmt.number(cues) : t('captions:track.progress', { done: filled, total: cues }),
    },
    {
      key: 'source',
      header: t('captions:desk.source'),
      cell: ({ sourceLang }) =>
        sourceLang ? <span lang={sourceLang}>{LANG_NAMES[sourceLang].own}</span> : '–',
    },
    { key: 'decision', header: t('captions:desk.decision'), cell: (track) => <LastDecision track={track} /> },
    {
      key: 'file',
      header: t('captions:desk.file'),
      cell: ({ lang }) => <ExportLinks here={here} lang={lang} />,
    },
  ];
  return (
    <Table
      caption={t('captions:desk.table')}
      quietCaption
      columns={columns}
      rows={tracks}
      rowKey={({ lang }) => lang}
    />
  );
}

function TrackState({ track }: { track: Row }) {
  const { t } = useT();
  return (
    <>
      <TrackMark state={track.state} />
      {track.isMachine && track.state !== 'machine' ? (
        <p className="quiet">{t('captions:state.machine')}</p>
      ) : null}
      {track.isOffered ? null : <p className="quiet">{t('captions:desk.not-offered')}</p>}
    </>
  );
}

function LastDecision({ track: { decision } }: { track: Row }) {
  const { t, fmt } = useT();
  if (!decision) return '–';
  const date = fmt.dateTime(new Date(decision.at), STUDIO_ZONE);
  return (
    <>
      <p>{t.dynamic(`captions:decided.${decision.act}`, { name: decision.by, date })}</p>
      {decision.note ? <p className="quiet break">{decision.note}</p> : null}
    </>
  );
}

/** A language's captions as files for other programs. */
export function ExportLinks({ here, lang }: { here: string; lang: string }) {
  const { t } = useT();
  return (
    <span className="row">
      {(['vtt', 'srt'] as const).map((format) => (
        <A key={format} to={`${here}/${lang}/file?format=${format}`} className="target" download>
          {t(`captions:format.${format}`)}
        </A>
      ))}
    </span>
  );
}
