import { useLoaderData } from '@remix-run/react';
import {
  type ListTermsInput,
  listTermsInput,
  TERM_CATEGORIES,
  type TermCategory,
} from '~/domain/lexicon/inputs';
import { listTerms, type TermList } from '~/domain/lexicon/list-terms.server';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { termSetData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { LexiconTabs } from './lexicon-tabs';
import { TermEntry } from './term-entry';

export const loader = cachedPublicLoader(async ({ ctx, url }) => {
  const filter = listTermsInput.parse(Object.fromEntries(url.searchParams));
  return { filter, ...(await listTerms(ctx, filter)) };
});

export const meta = pageMeta((_data, t, at) => {
  const [title, description] = [t('lexicon:terms.title'), t('lexicon:terms.description')];
  return { title, description, data: [termSetData(at, { path: '/glossary', name: title, description })] };
});

function glossaryPath({ q }: ListTermsInput, category: TermCategory | undefined): string {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  if (category) search.set('category', category);
  return search.size > 0 ? `/glossary?${search}` : '/glossary';
}

export default function Glossary() {
  const { t } = useT();
  const { filter, terms, counts, total } = useLoaderData<typeof loader>();
  return (
    <Page title={t('lexicon:terms.title')} lead={t('lexicon:terms.lead')}>
      <LexiconTabs />
      <Filter filter={filter} counts={counts} total={total} />
      <p className="quiet num" role="status">
        {t('lexicon:terms.found', { count: terms.length })}
      </p>
      {terms.length === 0 ? <NoTerms /> : null}
      {filter.q ? (
        <Terms terms={terms} />
      ) : (
        TERM_CATEGORIES.map((category) => (
          <Category
            key={category}
            category={category}
            terms={terms.filter((term) => term.category === category)}
          />
        ))
      )}
    </Page>
  );
}

type FilterProps = { filter: ListTermsInput; counts: TermList['counts']; total: number };

function Filter({ filter, counts, total }: FilterProps) {
  const { t } = useT();
  return (
    <search aria-label={t('lexicon:terms.filter')} className="stack waza-filter">
      <Form method="get" className="form-inline filter">
        <Field
          name="q"
          type="search"
          label={t('lexicon:terms.q')}
          required={false}
          value={filter.q}
          maxLength={200}
        />
        {filter.category ? <input type="hidden" name="category" value={filter.category} /> : null}
        <SubmitButton>{t('shell:action.search')}</SubmitButton>
        {filter.q || filter.category ? (
          <ButtonLink to="/glossary" look="plain">
            {t('shell:action.clear-filter')}
          </ButtonLink>
        ) : null}
      </Form>
      <Chips
        label={t('lexicon:terms.category')}
        items={[
          {
            to: glossaryPath(filter, undefined),
            label: t('lexicon:terms.all'),
            count: total,
            current: !filter.category,
          },
          ...counts.map(({ category, count }) => ({
            to: glossaryPath(filter, category),
            label: t(`lexicon:category.${category}`),
            count,
            current: filter.category === category,
          })),
        ]}
      />
    </search>
  );
}

function Category({ category, terms }: { category: TermCategory; terms: TermList['terms'] }) {
  const { t } = useT();
  if (terms.length === 0) return null;
  return (
    <section className="section" id={category} aria-labelledby={`${category}-title`}>
      <h2 id={`${category}-title`}>{t(`lexicon:category.${category}`)}</h2>
      <Terms terms={terms} />
    </section>
  );
}

/** The languages stand above their columns; on phones each word names its own. */
function Terms({ terms }: Pick<TermList, 'terms'>) {
  const { lang } = useT();
  return (
    <>
      <div className="terms-head" aria-hidden="true">
        {[lang, ...LANGS.filter((other) => other !== lang)].map((shown) => (
          <span key={shown} lang={shown}>
            {LANG_NAMES[shown].own}
          </span>
        ))}
      </div>
      <dl className="terms">
        {terms.map((term) => (
          <TermEntry key={term.id} term={term} />
        ))}
      </dl>
    </>
  );
}

function NoTerms() {
  const { t } = useT();
  return (
    <EmptyState
      title={t('lexicon:terms.none')}
      action={
        <ButtonLink to="/techniques" look="plain">
          {t('lexicon:list.title')}
        </ButtonLink>
      }
    >
      {t('lexicon:terms.none-text')}
    </EmptyState>
  );
}
