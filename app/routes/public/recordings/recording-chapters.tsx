import type { ChapterFacts } from '~/domain/chapters/list-chapters.server';
import type { TechniqueNames } from '~/domain/lexicon/types';
import { TechniqueLinks } from '~/ui/catalogue/technique-links';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Moment } from '~/ui/media/moment';

type Props = {
  chapters: readonly ChapterFacts[];
  techniques: ReadonlyMap<string, { id: string; names: TechniqueNames }>;
  /** Path of the page of the recording. */
  page: string;
};

/** The parts of a recording, each at its second, with the technique that is shown there. */
export function RecordingChapters({ chapters, techniques, page }: Props) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('recordings:chapters')}</h2>
      <ol className="lines">
        {chapters.map(({ startMs, title, techniqueId }) => {
          const technique = techniques.get(techniqueId ?? '');
          return (
            <li key={startMs} className="line">
              <span className="quiet">
                <Moment startMs={startMs} page={page} />
              </span>
              <div>
                <Text value={title} as="p" />
                {technique ? <TechniqueLinks techniques={[technique]} /> : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
