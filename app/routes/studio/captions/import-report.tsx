import type { ImportPreview } from '~/domain/captions/get-import.server';
import type { Lang } from '~/i18n/locales';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

type Cue = ImportPreview['first'][number];

/** The beginning of a file, so that a wrong encoding or language is seen. */
export function FirstCues({ lang, cues, total }: { lang: Lang; cues: readonly Cue[]; total: number }) {
  const { t, fmt } = useT();
  return (
    <section className="stack">
      <h2 className="h3">{t('captions:preview.first', { count: total })}</h2>
      <div className="lines" lang={lang}>
        {cues.map(({ startMs, text }) => (
          <div key={startMs} className="cue-line">
            <span className="quiet num">{fmt.clock(startMs / 1000)}</span>
            <p className="cue-text">{text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

type Props = { found: ImportPreview; path: string };

/** What was changed, merged or dropped: in sum, and line by line. */
export function ImportReport({ found, path }: Props) {
  const { t } = useT();
  const { sums, notes, total, from, next, previous } = found;
  if (total === 0) return <p>{t('captions:preview.clean')}</p>;
  return (
    <section className="stack">
      <h2 className="h3">{t('captions:preview.report', { count: total })}</h2>
      <ul className="list">
        {sums.map(({ code, count }) => (
          <li key={code}>
            <b className="num">{count}</b> · {t(`captions:note.${code}`)}
          </li>
        ))}
      </ul>
      <Table
        caption={t('captions:preview.lines', { from: from + 1, to: from + notes.length, count: total })}
        columns={[
          {
            key: 'line',
            header: t('captions:preview.line'),
            numeric: true,
            names: true,
            cell: ({ line }) => line,
          },
          { key: 'what', header: t('captions:preview.what'), cell: ({ code }) => t(`captions:note.${code}`) },
        ]}
        rows={notes}
        rowKey={({ line, code }) => `${line} ${code}`}
      />
      <Pagination
        previous={previous === null ? null : `${path}?from=${previous}`}
        next={next === null ? null : `${path}?from=${next}`}
      />
    </section>
  );
}
