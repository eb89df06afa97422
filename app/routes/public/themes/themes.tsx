import { useLoaderData } from '@remix-run/react';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

export const loader = cachedPublicLoader(async ({ ctx }) => ({ themes: await listThemes(ctx) }));

export const meta = pageMeta((_data, t) => ({
  title: t('catalogue:theme.title'),
  description: t('catalogue:theme.lead'),
}));

export default function Themes() {
  const { t } = useT();
  const { themes } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('catalogue:theme.title')}
      lead={t('catalogue:theme.lead')}
      texts={themes.flatMap(({ title, summary }) => [title, summary])}
    >
      <CatalogueTabs />
      {themes.length === 0 ? (
        <EmptyState
          title={t('catalogue:theme.none')}
          action={<ButtonLink to="/courses">{t('catalogue:list.title')}</ButtonLink>}
        >
          {t('catalogue:theme.none-text')}
        </EmptyState>
      ) : (
        <ul className="cards">
          {themes.map(({ slug, title, summary, courses }) => (
            <li key={slug} className="card">
              <h2 className="h3">
                <A to={`/methodologies/${slug}`}>
                  <Text value={title} quiet />
                </A>
              </h2>
              <p className="quiet">
                <Text value={summary} />
              </p>
              <p className="facts-line">{t('catalogue:theme.courses', { count: courses })}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
