import type { CoursePageData } from '~/domain/catalogue/get-course.server';
import { type LocalizedText, pickText } from '~/i18n/content';
import { Months } from '~/ui/catalogue/course-facts';
import type { MaterialSum } from '~/ui/catalogue/material';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { LanguageTag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Props = { course: CoursePageData; material: MaterialSum; neededFor: readonly LocalizedText[] };

/** What the course costs in time and megabytes, what it counts for, whose it is. */
export function CourseSheet({ course, material, neededFor }: Props) {
  const { t, fmt, lang } = useT();
  const { validityMonths, points, number } = course;
  const levels = fmt.list(neededFor.map((name) => pickText(name, lang).text));
  return (
    <aside className="course-sheet">
      <h2 className="sr">{t('catalogue:course.facts')}</h2>
      <Facts
        items={[
          { label: t('catalogue:course.hours'), value: fmt.hours(course.hours) },
          { label: t('catalogue:list.level'), value: course.level },
          points > 0
            ? {
                label: t('catalogue:course.credit-points'),
                value: t('shell:units.points', { count: points }),
              }
            : null,
          {
            label: t('catalogue:course.validity'),
            value: validityMonths === null ? t('catalogue:course.no-end') : <Months count={validityMonths} />,
          },
          neededFor.length > 0
            ? { label: t('catalogue:course.counts-for'), value: <A to="/qualifications">{levels}</A> }
            : null,
          {
            label: t('catalogue:course.pass'),
            value: t('catalogue:course.pass-rule', {
              percent: fmt.percent(course.passPercent),
              attempts: course.attempts,
            }),
          },
          material.audio.length > 0
            ? { label: t('catalogue:course.audio'), value: <LanguageTag langs={material.audio} /> }
            : null,
          material.captions.length > 0
            ? { label: t('catalogue:course.captions'), value: <LanguageTag langs={material.captions} /> }
            : null,
          material.bytes === null
            ? null
            : { label: t('catalogue:course.size'), value: fmt.megabytes(material.bytes) },
          course.ageGroups.length > 0
            ? {
                label: t('catalogue:course.for'),
                value: fmt.list(course.ageGroups.map((age) => t(`catalogue:age.${age}`))),
              }
            : null,
          course.themes.length > 0
            ? { label: t('catalogue:course.themes'), value: <Themes themes={course.themes} /> }
            : null,
          { label: t('catalogue:course.by'), value: <Text value={course.credit} /> },
          { label: t('catalogue:course.organisation'), value: <Text value={course.organisation} /> },
          {
            label: t('catalogue:course.version'),
            value: t('catalogue:course.version-of', { number, date: fmt.date(course.publishedAt) }),
          },
        ]}
      />
    </aside>
  );
}

function Themes({ themes }: Pick<CoursePageData, 'themes'>) {
  return (
    <ul className="stack stack-s">
      {themes.map(({ slug, title }) => (
        <li key={slug}>
          <A to={`/methodologies/${slug}`}>
            <Text value={title} />
          </A>
        </li>
      ))}
    </ul>
  );
}
