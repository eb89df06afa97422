import { REGISTER_ORDERS } from '~/domain/licensing/inputs';
import { type LocalizedText, plainText } from '~/i18n/content';
import { useT } from '~/ui/kit/use-t';
import { FilterForm } from '../filter-form';
import type { Place } from '../office-places.server';

const DAYS = ['14', '30', '60', '90', '180'];

type Props = {
  filter: Readonly<Record<string, string>>;
  places: readonly Place[];
  frameworks: readonly { slug: string; name: string }[];
  levels: readonly { slug: string; name: string }[];
  /** Components by kind. */
  components: Readonly<Record<string, LocalizedText>>;
  /** The address without these conditions. */
  clear: string;
};

const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name });

/** What the register is asked for. */
export function Conditions({ filter, places, frameworks, levels, components, clear }: Props) {
  const { t, lang } = useT();
  const days = DAYS.includes(filter.within ?? '') || !filter.within ? DAYS : [...DAYS, filter.within];
  const kinds = Object.entries(components).map(([value, name]) => ({ value, label: plainText(name, lang) }));
  return (
    <FilterForm
      filter={filter}
      keep={['state']}
      wordsLabel={t('licensing:filter.who')}
      selects={[
        {
          name: 'path',
          label: t('licensing:filter.place-below'),
          options: places.map(({ path, name }) => ({ value: path, label: name })),
        },
        { name: 'framework', label: t('licensing:filter.framework'), options: frameworks.map(named) },
        { name: 'level', label: t('licensing:filter.level'), options: levels.map(named) },
        {
          name: 'within',
          label: t('licensing:filter.within'),
          options: days.map((count) => ({
            value: count,
            label: t('shell:units.days', { count: Number(count) || 0 }),
          })),
        },
        {
          name: 'missing',
          label: t('licensing:filter.missing'),
          options: [{ value: 'any', label: t('licensing:filter.missing-any') }, ...kinds],
        },
        {
          name: 'sort',
          label: t('licensing:filter.sort'),
          empty: t('licensing:filter.sort-until'),
          options: REGISTER_ORDERS.filter((order) => order !== 'until').map((order) => ({
            value: order,
            label: t(`licensing:filter.sort-${order}`),
          })),
        },
      ]}
      days={[
        { name: 'from', label: t('licensing:filter.from') },
        { name: 'to', label: t('licensing:filter.to') },
      ]}
      clear={clear}
    />
  );
}
