import type { Sentence } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Shown = {
  titles: Titles;
  /** With the level of a practical examination, where it is not the page's own, and the kinds of conditions. */
  full?: boolean;
};

type ListProps = Shown & { sentences: readonly Sentence[] };

const keyOf = ({ key, ref, about, params }: Sentence, index: number): string =>
  `${key}-${ref ?? about ?? params.count ?? ''}-${index}`;

/** Rules as sentences, each with the name of what it speaks of. */
export function SentenceList({ sentences, titles, full = false }: ListProps) {
  return (
    <ul className="list">
      {sentences.map((sentence, index) => (
        <li key={keyOf(sentence, index)}>
          <SentenceLine sentence={sentence} titles={titles} full={full} />
        </li>
      ))}
    </ul>
  );
}

/** One sentence; those of its parts stand beneath it. */
export function SentenceLine({ sentence, titles, full = false }: Shown & { sentence: Sentence }) {
  const { t } = useT();
  const { key, params, ref, name, about, of, component } = sentence;
  const title = name ?? (ref ? titles[ref] : undefined);
  const course = ref?.startsWith('course:') ? ref.slice('course:'.length) : null;
  const showsName = title && (full || key !== 'frameworks:rule.practical');
  return (
    <>
      {showsName || about
        ? t('licensing:path.label', { what: t.dynamic(key, params) })
        : t.dynamic(key, params)}{' '}
      {showsName && course ? (
        <A to={`/courses/${course}`} className="link">
          <Text value={title} quiet />
        </A>
      ) : null}
      {showsName && !course ? <Text value={title} quiet /> : null}
      {about ? t(about) : null}
      {full && component ? ` ${t('frameworks:rule.component-kind', { kind: component })}` : null}
      {of && of.length > 0 ? (
        <ul className="parts">
          {of.map((part, index) => (
            <li key={keyOf(part, index)}>
              <SentenceLine sentence={part} titles={titles} full={full} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
