import type { Level } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceList } from '~/ui/frameworks/sentences';
import { ButtonLink } from '~/ui/kit/button';
import { Fold } from '~/ui/kit/confirm';
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
        <TitledList title={t('frameworks:page.needs')} sentences={needs} titles={titles} />
        <TitledList title={t('frameworks:page.terms')} sentences={terms} titles={titles} />
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

type ListProps = { title: string; sentences: Level['explanation']; titles: Titles };

function TitledList({ title, sentences, titles }: ListProps) {
  return (
    <div className="stack stack-s">
      <h4>{title}</h4>
      <SentenceList sentences={sentences} titles={titles} />
    </div>
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
