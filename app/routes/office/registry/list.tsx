import { useActionData, useLoaderData } from '@remix-run/react';
import { REGISTER_LISTS } from '~/domain/licensing/inputs';
import { type RegisterList, searchRegister } from '~/domain/licensing/search-register.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { componentNames, FILTER_WORDS, saveFilterSchema } from '~/domain/registry/inputs';
import { listFilters } from '~/domain/registry/list-filters.server';
import { saveFilter } from '~/domain/registry/save-filter.server';
import type { SavedFilter } from '~/domain/registry/types';
import { type LocalizedText, plainText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { EmptyState } from '~/ui/kit/empty-state';
import { Notice } from '~/ui/kit/notice';
import { Pagination } from '~/ui/kit/pagination';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { addressWith, readFilter } from '../filter';
import { officeTree, type Place } from '../office-places.server';
import { Conditions } from './conditions';
import { FilterActs, registerAt, SavedFilters } from './saved-part';
import { RegisterTable } from './table';

const NAMES = [...FILTER_WORDS, 'after'] as const;
const NOTHING = { ...named([...FILTER_WORDS]), after: '' };

type Filter = Record<(typeof NAMES)[number], string>;
type View = Omit<RegisterList, 'levels'> & {
  filter: Filter;
  saved: SavedFilter[];
  places: Place[];
  frameworks: { slug: string; name: string }[];
  levels: { slug: string; name: string }[];
  components: Record<string, LocalizedText>;
  organisations: Record<string, LocalizedText>;
};

function named<Word extends string>(words: readonly Word[]): Record<Word, string> {
  return Object.fromEntries(words.map((word) => [word, ''])) as Record<Word, string>;
}

/** What the conditions offer: each framework, level and component once, in the reader's language. */
function choicesOf(
  { levels, today }: Pick<RegisterList, 'levels' | 'today'>,
  lang: Lang,
): Pick<View, 'frameworks' | 'levels' | 'components'> {
  const once = (list: readonly { slug: string; name: LocalizedText }[]) =>
    [...new Map(list.map(({ slug, name }) => [slug, plainText(name, lang)]))].map(([slug, name]) => ({
      slug,
      name,
    }));
  return {
    frameworks: once(levels.map(({ framework }) => framework)),
    levels: once(levels),
    components: Object.fromEntries(componentNames(levels, today)),
  };
}

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  const all = await searchRegister(ctx, filter);
  const { levels: _levels, ...found } = all;
  const ids = [...new Set(found.rows.flatMap(({ organisationId }) => organisationId ?? []))];
  const organisations = await listOrganisations(ctx, { ids });
  return {
    ...found,
    ...choicesOf(all, ctx.lang),
    filter,
    saved: await listFilters(ctx),
    places: await officeTree(ctx),
    organisations: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
  };
});

export const action = formActions({
  'save-filter': form({
    schema: saveFilterSchema,
    async run({ ctx, input }) {
      const { query } = await saveFilter(ctx, input);
      return { redirectTo: pagePath(ctx.lang, registerAt(query)), flash: 'registry:done.saved' };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('licensing:register.title'), noindex: true }));

export default function OfficeRegister() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t, fmt } = useT();
  const { filter, total, more, next, today } = view;
  const date = fmt.shortDate(today);
  const to = (changes: Partial<Filter>) =>
    addressWith('/office/register', { ...filter, after: '', ...changes });
  const query = addressWith('', { ...filter, after: '' }).slice(1);
  return (
    <Page
      width="office"
      title={t('licensing:register.title')}
      lead={
        more
          ? t('licensing:register.more-than', { number: fmt.number(total), date })
          : t('licensing:register.found', { count: total, date })
      }
    >
      <div className="stack">
        {view.unread.length > 0 ? (
          <Notice kind="warn">
            <p>{t('registry:unread')}</p>
          </Notice>
        ) : null}
        <SavedFilters filters={view.saved} current={query} />
        <States state={filter.state} to={(state) => to({ state })} />
        <Conditions {...view} clear={to({ ...NOTHING, state: filter.state })} />
        <FilterActs filter={filter} query={query} state={sent?.form} />
        <RegisterTable
          rows={view.rows}
          components={view.components}
          organisations={view.organisations}
          order={filter.sort === 'name' ? 'name' : 'until'}
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

function States({ state, to }: { state: string; to(state: string): string }) {
  const { t } = useT();
  const current = REGISTER_LISTS.find((each) => each === state) ?? 'current';
  return (
    <Chips
      label={t('licensing:column.state')}
      items={REGISTER_LISTS.map((each) => ({
        to: to(each === 'current' ? '' : each),
        label: t(`licensing:register.list.${each}`),
        current: each === current,
      }))}
    />
  );
}
