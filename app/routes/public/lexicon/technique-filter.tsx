import { CLASSES, type ListTechniquesInput, SETS } from '~/domain/lexicon/inputs';
import type { TechniqueList } from '~/domain/lexicon/list-techniques.server';
import { ButtonLink } from '~/ui/kit/button';
import { CheckboxField, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';

type Filter = ListTechniquesInput;

/** The list with another condition; `undefined` takes one away. */
export function techniquesPath(
  filter: Filter,
  change: { [K in keyof Filter]?: Filter[K] | undefined } = {},
): string {
  const { q, by, group, class: ofClass, set, children } = { ...filter, ...change };
  const wanted = { q, by: by === 'class' ? '' : by, group, class: ofClass, set, children };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value);
  return search.size > 0 ? `/techniques?${search}` : '/techniques';
}

const isFiltered = ({ q, class: ofClass, set, children, group }: Filter): boolean =>
  Boolean(q || ofClass || set || children || group);

type Props = { filter: Filter; counts: TechniqueList['counts'] };

/** Search and conditions as an ordinary form; the two large divisions are links. */
export function TechniqueFilter({ filter, counts }: Props) {
  const { t } = useT();
  const counted = (label: string, count = 0) => `${label} (${count})`;
  return (
    <search aria-label={t('lexicon:list.filter')} className="stack waza-filter">
      <Form method="get" className="form-inline filter">
        <Field
          name="q"
          type="search"
          label={t('lexicon:list.q')}
          required={false}
          value={filter.q}
          maxLength={200}
          spellCheck={false}
        />
        <SelectField
          name="class"
          label={t('lexicon:list.class')}
          required={false}
          empty={t('lexicon:list.any-class')}
          value={filter.class ?? ''}
          options={CLASSES.map((value) => ({
            value,
            label: counted(t(`lexicon:class.${value}`), counts.byClass[value]),
          }))}
        />
        <SelectField
          name="set"
          label={t('lexicon:list.set')}
          required={false}
          empty={t('lexicon:list.any-set')}
          value={filter.set ?? ''}
          options={SETS.map((value) => ({
            value,
            label: counted(t(`lexicon:set.${value}`), counts.bySet[value]),
          }))}
        />
        <CheckboxField
          name="children"
          value="1"
          label={t('lexicon:list.children')}
          checked={filter.children === '1'}
        />
        <SubmitButton>{t('shell:action.search')}</SubmitButton>
        {isFiltered(filter) ? (
          <ButtonLink to="/techniques" look="plain">
            {t('shell:action.clear-filter')}
          </ButtonLink>
        ) : null}
      </Form>
      <Divisions filter={filter} counts={counts} />
    </search>
  );
}

function Divisions({ filter, counts }: Props) {
  const { t } = useT();
  const { group, by } = filter;
  const to = (change: Parameters<typeof techniquesPath>[1]) => techniquesPath(filter, change);
  return (
    <div className="row row-apart">
      <Chips
        label={t('lexicon:list.group')}
        items={[
          {
            to: to({ group: undefined }),
            label: t('lexicon:list.any-group'),
            count: counts.all,
            current: !group,
          },
          {
            to: to({ group: 'nage-waza' }),
            label: t('lexicon:group.nage-waza'),
            count: counts.throws,
            current: group === 'nage-waza',
          },
          {
            to: to({ group: 'katame-waza' }),
            label: t('lexicon:group.katame-waza'),
            count: counts.ground,
            current: group === 'katame-waza',
          },
        ]}
      />
      <Chips
        label={t('lexicon:list.order')}
        items={[
          { to: to({ by: 'class' }), label: t('lexicon:list.by-class'), current: by === 'class' },
          { to: to({ by: 'set' }), label: t('lexicon:list.by-set'), current: by === 'set' },
        ]}
      />
    </div>
  );
}
