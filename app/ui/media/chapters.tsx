import type { LocalizedText } from '~/i18n/content';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

export type Chapter = { startMs: number; title: LocalizedText; techniqueId: string | null };

/** The parts of a recording; each begins at its second, and leads to the technique it shows. */
export function Chapters({ chapters }: { chapters: readonly Chapter[] }) {
  const { t, fmt, path } = useT();
  if (chapters.length === 0) return null;
  return (
    <section>
      <h2>{t('recordings:chapters')}</h2>
      <ol className="lines">
        {chapters.map(({ startMs, title, techniqueId }) => (
          <li key={startMs} className="lines-row">
            <A to={`${path}?t=${Math.floor(startMs / 1000)}`} className="num target">
              {fmt.clock(startMs / 1000)}
            </A>
            <p>
              <Text value={title} />{' '}
              {techniqueId ? <A to={`/techniques/${techniqueId}`}>{t('recordings:technique')}</A> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
