import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceList } from '~/ui/frameworks/sentences';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import type { ShownEquivalence } from './shown.server';

/** What papers of a level count for here: for which level, as what, from when, under which conditions. */
export function CountsFor({ counts, titles }: { counts: readonly ShownEquivalence[]; titles: Titles }) {
  const { t, fmt } = useT();
  if (counts.length === 0) return <p className="quiet">{t('externals:one.counts-for-nothing')}</p>;
  return (
    <>
      {counts.map(({ id, level, sentences, begins, validUntil, conditions }) => (
        <div key={id} className="stack stack-s">
          <p>
            {t('licensing:path.label', { what: t('externals:one.counts-for') })}{' '}
            <Text value={level.name} quiet className="strong" />
          </p>
          <SentenceList sentences={sentences} titles={titles} />
          <Text value={conditions} as="p" className="measure" quiet />
          <p className="quiet">
            {validUntil
              ? t('equivalences:days.both', { from: fmt.date(begins), until: fmt.date(validUntil) })
              : t('equivalences:days.from', { from: fmt.date(begins) })}
          </p>
        </div>
      ))}
    </>
  );
}
