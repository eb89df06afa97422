import { useLoaderData } from '@remix-run/react';
import { type ListTechniquesInput, listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { pickText } from '~/i18n/content';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { useT } from '~/ui/kit/use-t';
import { TechniqueRow } from '~/ui/lexicon/technique-row';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { termSetData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { LexiconTabs } from './lexicon-tabs';
import { TechniqueFilter } from './technique-filter';
import { TechniqueGroups } from './technique-groups';

export const loader = cachedPublicLoader(async ({ ctx, url }) => {
  const filter = listTechniquesInput.parse(Object.fromEntries(url.searchParams));
  const { techniques, counts } = await listTechniques(ctx, filter);
  return {
    filter,
    counts,
    isMachine: techniques.some(({ meaning }) => pickText(meaning, ctx.lang).isMachine),
    techniques: techniques.map(({ id, names, meaning, forPrimarySchool, class: ofClass, set }) => {
      return { id, names, meaning, forPrimarySchool, class: ofClass, set };
    }),
  };
});

export const meta = pageMeta((_data, t, at) => {
  const [title, description] = [t('lexicon:list.title'), t('lexicon:list.description')];
  return { title, description, data: [termSetData(at, { path: '/techniques', name: title, description })] };
});

/** Lists found by words are ordered by how well they fit, so they are not divided into groups. */
const isSearch = ({ q }: ListTechniquesInput): boolean => q.trim() !== '';

export default function Techniques() {
  const { t } = useT();
  const { filter, counts, techniques, isMachine } = useLoaderData<typeof loader>();
  const { throws, ground } = counts;
  return (
    <Page title={t('lexicon:list.title')} lead={t('lexicon:list.lead', { throws, ground })}>
      <LexiconTabs />
      <TechniqueFilter filter={filter} counts={counts} />
      <p className="quiet num" role="status">
        {t('lexicon:list.found', { count: techniques.length })}
      </p>
      {isMachine ? <small className="machine-note">{t('lexicon:list.machine')}</small> : null}
      {techniques.length === 0 ? <NoTechniques /> : null}
      {isSearch(filter) ? (
        <ul className="wazas gap-top">
          {techniques.map((technique) => (
            <TechniqueRow key={technique.id} technique={technique} />
          ))}
        </ul>
      ) : (
        <TechniqueGroups by={filter.by} techniques={techniques} />
      )}
    </Page>
  );
}

function NoTechniques() {
  const { t } = useT();
  return (
    <EmptyState
      title={t('lexicon:list.none')}
      action={
        <div className="row">
          <ButtonLink to="/techniques" look="plain">
            {t('shell:action.show-all')}
          </ButtonLink>
          <ButtonLink to="/glossary" look="plain">
            {t('lexicon:terms.title')}
          </ButtonLink>
        </div>
      }
    >
      {t('lexicon:list.none-text')}
    </EmptyState>
  );
}
