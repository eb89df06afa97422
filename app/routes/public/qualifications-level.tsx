import type { Level, Sentence } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { Fold } from '~/ui/kit/confirm';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

const TERMS =
  /^frameworks:(expiry\.|rule\.(window|grace|one-key|two-keys|points|reinstatement(-plain)?|apply-anew)$)/;

/** One level: what it asks for, how long it lasts, what the examination looks at. */
export function LevelSection({ level, titles }: { level: Level; titles: Titles }) {
  const { t } = useT();
  const { name, summary, rank, slug, explanation } = level;
  const needs = explanation.filter(({ key }) => !TERMS.test(key));
  const terms = explanation.filter(({ key }) => TERMS.test(key));
  return (
    <section className="ruled stack" id={slug} aria-labelledby={`level-${slug}`}>
      <div className="stack stack-s">
        <Tag>{t('frameworks:page.rank', { rank })}</Tag>
        <h3 id={`level-${slug}`}>
          <Text value={name} />
        </h3>
        <Text value={summary} as="p" className="measure" />
      </div>
      <div className="two">
        <SentenceList title={t('frameworks:page.needs')} sentences={needs} titles={titles} />
        <SentenceList title={t('frameworks:page.terms')} sentences={terms} titles={titles} />
      </div>
      <Criteria level={level} />
      <div>
        <ButtonLink to={`/me/qualifications/${slug}`} look="plain">
          {t('frameworks:page.path')}
        </ButtonLink>
      </div>
    </section>
  );
}

type ListProps = { title: string; sentences: readonly Sentence[]; titles: Titles };

function SentenceList({ title, sentences, titles }: ListProps) {
  return (
    <div className="stack stack-s">
      <h4>{title}</h4>
      <ul className="list">
        {sentences.map((sentence) => (
          <li key={`${sentence.key}-${sentence.ref ?? sentence.params.count ?? ''}`}>
            <SentenceLine sentence={sentence} titles={titles} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SentenceLine({ sentence, titles }: { sentence: Sentence; titles: Titles }) {
  const { t } = useT();
  const { key, params, ref, name, about, of } = sentence;
  const title = name ?? (ref ? titles[ref] : undefined);
  const course = ref?.startsWith('course:') ? ref.slice('course:'.length) : null;
  const showsName = title && key !== 'frameworks:rule.practical';
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
      {of && of.length > 0 ? (
        <ul>
          {of.map((part) => (
            <li key={`${part.key}-${part.ref ?? part.about ?? ''}`}>
              <SentenceLine sentence={part} titles={titles} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Criteria({ level }: { level: Level }) {
  const { t, fmt } = useT();
  const { items, meanAtLeast } = level.criteria;
  return (
    <Fold summary={t('frameworks:page.criteria')}>
      <p className="quiet">{t('frameworks:page.marks', { mean: fmt.number(meanAtLeast) })}</p>
      <ul className="list">
        {items.map(({ key, name, hint, minimum }) => (
          <li key={key}>
            <p>
              <Text value={name} className="strong" quiet />{' '}
              <span className="quiet">{t('frameworks:page.criterion-minimum', { minimum })}</span>
            </p>
            <Text value={hint} as="p" className="quiet" quiet />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
