import type { ListedCourse } from '~/domain/catalogue/list-courses.server';
import { LANGS, type Lang } from '~/i18n/locales';
import { FactsLine } from '~/ui/kit/facts';
import { LanguageTag, Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';
import type { MaterialSum } from './material';

export type CourseView = Omit<ListedCourse, 'recordingIds'> & { material: MaterialSum };

const bothOf = ({ audio, captions }: MaterialSum): Lang[] =>
  LANGS.filter((lang) => audio.includes(lang) || captions.includes(lang));

/** A span of months in words: «2 года», «18 месяцев». */
export function Months({ count }: { count: number }) {
  const { t } = useT();
  return (
    <>{count % 12 === 0 ? t('catalogue:years', { count: count / 12 }) : t('catalogue:months', { count })}</>
  );
}

/** Whether the course is asked for by a rule, and whether one can enrol. */
export function CourseTags({
  course,
}: {
  course: Pick<CourseView, 'mandatory' | 'validityMonths' | 'isOpen'>;
}) {
  const { t } = useT();
  const { mandatory, validityMonths: months, isOpen } = course;
  if (!mandatory && isOpen) return null;
  const span =
    months &&
    (months % 12 === 0
      ? t('catalogue:years', { count: months / 12 })
      : t('catalogue:months', { count: months }));
  return (
    <p className="row">
      {mandatory ? (
        <Tag>{span ? t('catalogue:mandatory-for', { span }) : t('catalogue:mandatory')}</Tag>
      ) : null}
      {isOpen ? null : <Tag>{t('catalogue:closed')}</Tag>}
    </p>
  );
}

/** Level, hours, lessons, points, megabytes, languages: one quiet line. */
export function CourseFacts({ course }: { course: CourseView }) {
  const { t, fmt } = useT();
  const { level, hours, lessons, points, material } = course;
  const size =
    material.bytes === null ? null : t('catalogue:video-size', { size: fmt.megabytes(material.bytes) });
  const langs = bothOf(material);
  return (
    <FactsLine
      items={[
        t('catalogue:level', { level }),
        fmt.hours(hours),
        t('shell:units.lessons', { count: lessons }),
        points > 0 ? t('shell:units.points', { count: points }) : null,
        material.isPreparing && course.isOpen ? t('catalogue:video-preparing') : size,
        langs.length > 0 ? <LanguageTag key="langs" langs={langs} /> : null,
      ]}
    />
  );
}
