import type { ListCoursesInput } from '~/domain/catalogue/inputs';
import { pickText } from '~/i18n/content';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { useT, type View } from '~/ui/kit/use-t';
import { listPath } from './list-path';
import type { CourseList } from './load-list.server';

/** A filter in force in the reader's words. */
function wordsOf(name: string, { filter, themes }: CourseList, { t, lang }: View): string {
  const theme = themes.find(({ slug }) => slug === filter.theme);
  const words: Record<string, string | undefined> = {
    q: filter.q,
    theme: theme ? pickText(theme.title, lang).text : filter.theme,
    level: filter.level ? t('catalogue:level', { level: filter.level }) : undefined,
    age: filter.age && t(`catalogue:age.${filter.age}`),
    audio: filter.audio && `${t('catalogue:list.audio')}: ${t(`shell:language.${filter.audio}`)}`,
    captions: filter.captions && `${t('catalogue:list.captions')}: ${t(`shell:language.${filter.captions}`)}`,
    length: filter.length && t(`catalogue:length.${filter.length}`),
    mandatory: t('catalogue:list.mandatory'),
    open: t('catalogue:list.open'),
  };
  return words[name] ?? '';
}

/** Nothing found: which single filter to leave out, and how much is found then. */
export function NoCourses({ list }: { list: CourseList }) {
  const { t, ...rest } = useT();
  const { filter, total, without } = list;
  const ways = [...without].filter(([, count]) => count > 0);
  return (
    <EmptyState
      title={t('catalogue:list.none')}
      action={
        <ButtonLink to="/courses" look="plain">
          {t('shell:action.show-all')}
        </ButtonLink>
      }
    >
      {ways.length > 0 && without.size > 1 ? (
        <>
          <p>{t('catalogue:list.none-filter')}</p>
          <ul className="prose-list">
            {ways.map(([name, count]) => (
              <li key={name}>
                <A to={listPath(leaveOut(filter, name))}>
                  {t('catalogue:list.without', { filter: wordsOf(name, list, { t, ...rest }), count })}
                </A>
              </li>
            ))}
          </ul>
        </>
      ) : (
        t('catalogue:list.none-text', { total })
      )}
    </EmptyState>
  );
}

const leaveOut = (filter: ListCoursesInput, name: string): ListCoursesInput => ({
  ...filter,
  [name]: name === 'q' ? '' : undefined,
});
