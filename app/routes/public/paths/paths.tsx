import { useLoaderData } from '@remix-run/react';
import { type LearningPath, listPaths } from '~/domain/catalogue/list-paths.server';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { FactsLine } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

export const loader = cachedPublicLoader(async ({ ctx }) => ({ paths: await listPaths(ctx) }));

export const meta = pageMeta((_data, t) => ({
  title: t('catalogue:path.title'),
  description: t('catalogue:path.lead'),
}));

export default function Paths() {
  const { t } = useT();
  const { paths } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('catalogue:path.title')}
      lead={t('catalogue:path.lead')}
      texts={paths.flatMap(({ title, summary }) => [title, summary])}
    >
      <CatalogueTabs />
      {paths.length === 0 ? (
        <EmptyState
          title={t('catalogue:path.none')}
          action={<ButtonLink to="/courses">{t('catalogue:list.title')}</ButtonLink>}
        >
          {t('catalogue:path.none-text')}
        </EmptyState>
      ) : (
        <ul className="cards">
          {paths.map((path) => (
            <PathCard key={path.slug} path={path} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function PathCard({ path: { slug, title, summary, steps, hours, ageGroup } }: { path: LearningPath }) {
  const { t, fmt } = useT();
  return (
    <li className="card">
      <h2 className="h3">
        <A to={`/paths/${slug}`}>
          <Text value={title} quiet />
        </A>
      </h2>
      <p className="quiet">
        <Text value={summary} />
      </p>
      <FactsLine
        items={[
          t(`catalogue:age.${ageGroup}`),
          t('catalogue:path.steps', { count: steps.length }),
          t('catalogue:path.hours', { hours: fmt.hours(hours) }),
        ]}
      />
    </li>
  );
}
