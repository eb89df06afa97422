import { useLoaderData } from '@remix-run/react';
import { REGISTER_LISTS } from '~/domain/licensing/inputs';
import { type RegisterList, searchRegister } from '~/domain/licensing/search-register.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { LocalizedText } from '~/i18n/content';
import { plainText } from '~/i18n/content';
import { EmptyState } from '~/ui/kit/empty-state';
import { Pagination } from '~/ui/kit/pagination';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { officePlaces, type Place } from './office-places.server';
import { RegisterTable } from './register-table';

const NAMES = ['state', 'level', 'path', 'q', 'within', 'missing', 'after'] as const;
const DAYS = ['14', '30', '60', '90', '180'];

type Filter = Record<(typeof NAMES)[number], string>;
type View = Omit<RegisterList, 'levels'> & {
  filter: Filter;
  places: Place[];
  levels: { slug: string; name: string }[];
  /** Components by kind. */
  components: Record<string, LocalizedText>;
  organisations: Record<string, LocalizedText>;
};

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  const { levels, ...found } = await searchRegister(ctx, filter);
  const rules = levels.flatMap(({ ruleSets }) => ruleSets).flatMap(({ components }) => components);
  const ids = [...new Set(found.rows.flatMap(({ organisationId }) => organisationId ?? []))];
  const organisations = await listOrganisations(ctx, { ids });
  return {
    ...found,
    filter,
    places: await officePlaces(ctx),
    levels: levels.map(({ slug, name }) => ({ slug, name: plainText(name, ctx.lang) })),
    components: Object.fromEntries(rules.map(({ kind, name }) => [kind, name])),
    organisations: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
  };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('licensing:register.title'), noindex: true }));

export default function OfficeRegister() {
  const view = useLoaderData<typeof loader>();
  const { t, fmt } = useT();
  const { filter, total, next, today } = view;
  const state = REGISTER_LISTS.find((each) => each === filter.state) ?? 'current';
  const to = (changes: Partial<Filter>) =>
    addressWith('/office/register', { ...filter, after: '', ...changes });
  return (
    <Page
      width="office"
      title={t('licensing:register.title')}
      lead={t('licensing:register.found', { count: total, date: fmt.shortDate(today) })}
    >
      <div className="stack">
        <Chips
          label={t('licensing:column.state')}
          items={REGISTER_LISTS.map((each) => ({
            to: to({ state: each === 'current' ? '' : each }),
            label: t(`licensing:register.list.${each}`),
            current: each === state,
          }))}
        />
        <Conditions view={view} clear={to({ level: '', path: '', q: '', within: '', missing: '' })} />
        <RegisterTable
          rows={view.rows}
          components={view.components}
          organisations={view.organisations}
          empty={
            <EmptyState title={t('licensing:register.none')}>
              <p>{t('licensing:register.none-text')}</p>
            </EmptyState>
          }
        />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function Conditions({ view, clear }: { view: View; clear: string }) {
  const { t, lang } = useT();
  const { filter, levels, places, components } = view;
  const kinds = Object.entries(components).map(([kind, name]) => ({
    value: kind,
    label: plainText(name, lang),
  }));
  return (
    <FilterForm
      filter={filter}
      keep={['state']}
      selects={[
        {
          name: 'path',
          label: t('licensing:filter.place'),
          options: places.map(({ path, name }) => ({ value: path, label: name })),
        },
        {
          name: 'level',
          label: t('licensing:filter.level'),
          options: levels.map(({ slug, name }) => ({ value: slug, label: name })),
        },
        {
          name: 'within',
          label: t('licensing:filter.within'),
          options: DAYS.map((days) => ({
            value: days,
            label: t('shell:units.days', { count: Number(days) }),
          })),
        },
        {
          name: 'missing',
          label: t('licensing:filter.missing'),
          options: [{ value: 'any', label: t('licensing:filter.missing-any') }, ...kinds],
        },
      ]}
      clear={clear}
    />
  );
}
