import { AGE_GROUPS, LENGTHS, LEVELS, SORTS } from '~/domain/catalogue/inputs';
import { pickText } from '~/i18n/content';
import { LanguageField } from '~/ui/catalogue/language-field';
import { ButtonLink } from '~/ui/kit/button';
import { Fold } from '~/ui/kit/confirm';
import { CheckboxField, type Choice, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { isFiltered } from './list-path';
import type { CourseList } from './load-list.server';

type Props = { list: CourseList };

/** Every filter of the list, as one form that needs no script; each choice says how many courses it finds. */
export function CourseFilter({ list }: Props) {
  const { t } = useT();
  const { filter } = list;
  const { audio, captions, length, sort } = filter;
  return (
    <search aria-label={t('catalogue:list.filter')}>
      <Form method="get" className="filter-form">
        <Field
          name="q"
          type="search"
          label={t('catalogue:list.q')}
          required={false}
          value={filter.q}
          maxLength={200}
        />
        <MainChoices list={list} />
        <Fold summary={t('catalogue:list.more')} open={Boolean(audio || captions || length || sort)}>
          <MoreChoices list={list} />
        </Fold>
        <div className="row">
          <SubmitButton>{t('shell:action.search')}</SubmitButton>
          {isFiltered(filter) ? (
            <ButtonLink to="/courses" look="plain">
              {t('shell:action.clear-filter')}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

/** «Ката (2)»; what would find nothing cannot be chosen, unless it is chosen already. */
function useCounted({ choices }: CourseList) {
  const { fmt } = useT();
  return (facet: string, value: string | number, label: string, chosen: boolean): Choice => {
    const count = choices.get(`${facet}:${value}`) ?? 0;
    return {
      value: String(value),
      label: `${label} (${fmt.number(count)})`,
      disabled: count === 0 && !chosen,
    };
  };
}

function MainChoices({ list }: Props) {
  const { t, lang } = useT();
  const counted = useCounted(list);
  const { filter, themes, choices } = list;
  const levels = LEVELS.filter(
    (level) => level <= 3 || choices.get(`level:${level}`) || filter.level === level,
  );
  return (
    <div className="filter-grid">
      <SelectField
        name="theme"
        label={t('catalogue:list.theme')}
        required={false}
        empty={t('catalogue:list.any-theme')}
        value={filter.theme ?? ''}
        options={themes.map(({ slug, title }) => {
          const { text, lang: shown, isFallback } = pickText(title, lang);
          const choice = counted('theme', slug, text, filter.theme === slug);
          return isFallback ? { ...choice, lang: shown } : choice;
        })}
      />
      <SelectField
        name="level"
        label={t('catalogue:list.level')}
        required={false}
        empty={t('catalogue:list.any-level')}
        value={filter.level ? String(filter.level) : ''}
        options={levels.map((level) =>
          counted('level', level, t('catalogue:level', { level }), filter.level === level),
        )}
      />
      <SelectField
        name="age"
        label={t('catalogue:list.age')}
        required={false}
        empty={t('catalogue:list.any-age')}
        value={filter.age ?? ''}
        options={AGE_GROUPS.map((age) => counted('age', age, t(`catalogue:age.${age}`), filter.age === age))}
      />
      <div className="filter-boxes">
        <CheckboxField
          name="mandatory"
          value="1"
          label={t('catalogue:list.mandatory')}
          checked={filter.mandatory === '1'}
        />
        <CheckboxField name="open" value="1" label={t('catalogue:list.open')} checked={filter.open === '1'} />
      </div>
    </div>
  );
}

function MoreChoices({ list }: Props) {
  const { t } = useT();
  const counted = useCounted(list);
  const { audio, captions, length, sort } = list.filter;
  return (
    <div className="filter-grid">
      <LanguageField name="audio" label={t('catalogue:list.audio')} value={audio} />
      <LanguageField name="captions" label={t('catalogue:list.captions')} value={captions} />
      <SelectField
        name="length"
        label={t('catalogue:list.length')}
        required={false}
        empty={t('catalogue:list.any-length')}
        value={length ?? ''}
        options={LENGTHS.map((each) =>
          counted('length', each, t(`catalogue:length.${each}`), length === each),
        )}
      />
      <SelectField
        name="sort"
        label={t('catalogue:list.sort')}
        value={sort ?? 'title'}
        options={SORTS.map((each) => ({ value: each, label: t(`catalogue:sort.${each}`) }))}
      />
    </div>
  );
}
