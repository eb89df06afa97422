import type { ReportPage } from '~/domain/reports/get-report.server';
import { useT } from '~/ui/kit/use-t';

type Chart = NonNullable<ReportPage['section']>['chart'];

/** Standing of licences by place: bars without script, their numbers in words for those who do not see them. */
export function ReportChart({ chart }: { chart: Chart }) {
  const { legend, bars, title, alt } = chart;
  if (bars.length === 0) return null;
  const nameOf = (standing: string) => legend.find((each) => each.standing === standing)?.name.text ?? '';
  return (
    <figure className="chart stack stack-s" aria-labelledby="chart">
      <h2 id="chart">{title.text}</h2>
      <figcaption className="sr">{alt}</figcaption>
      <ul className="chart-legend">
        {legend.map(({ standing, name }) => (
          <li key={standing}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`bar-${standing}`} x="0.5" y="0.5" width="11" height="11" />
            </svg>
            {name.text}
          </li>
        ))}
      </ul>
      <ul className="chart-bars">
        {bars.map(({ key, head, total, parts }) => (
          <li key={key}>
            <span>
              {head.map((words) => (
                <Words key={words.text} words={words} />
              ))}
            </span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              {parts.map(({ standing, from, length }) => (
                <rect key={standing} className={`bar-${standing}`} x={from} y="0" width={length} height="8" />
              ))}
            </svg>
            <span className="num">{total}</span>
            <span className="sr">
              {parts.map(({ standing, count }) => `${nameOf(standing)}: ${count}`).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Words with their language, where it is not the page's. */
export function Words({ words }: { words: { text: string; lang: string } }) {
  const { lang } = useT();
  return <span lang={words.lang === lang ? undefined : words.lang}>{words.text}</span>;
}
