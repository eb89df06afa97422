import { useLoaderData } from '@remix-run/react';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { listCompletions } from '~/domain/learning/list-completions.server';
import { plainText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { PathDrawing } from '~/ui/catalogue/path-drawing';
import { FactsLine } from '~/ui/kit/facts';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

/** Addresses of the courses that the reader has completed. */
async function completedBy(ctx: Ctx): Promise<string[]> {
  if (!ctx.actor) return [];
  const rounds = await listCompletions(ctx, { personId: ctx.actor.personId });
  return rounds.map(({ ref }) => ref.replace(/^course:|@\d+$/g, ''));
}

export const loader = cachedPublicLoader(async ({ ctx, params }) => {
  const [path] = await listPaths(ctx, { slug: params.path ?? '' });
  if (!path) throw new DomainError('not-found', 'catalogue.no-such-path');
  return {
    path,
    completed: await completedBy(ctx),
    title: plainText(path.title, ctx.lang),
    description: plainText(path.summary, ctx.lang),
  };
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(({ title, description }, t) => ({
  title,
  description,
  crumbs: [{ to: '/paths', label: t('catalogue:path.title') }],
}));

export default function PathPage() {
  const { t, fmt } = useT();
  const { path, completed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<Text value={path.title} />}
      lead={<Text value={path.summary} />}
      crumbs={[{ to: '/paths', label: t('catalogue:path.title') }]}
      texts={[path.title, path.summary, ...path.steps.map(({ title }) => title)]}
    >
      <FactsLine
        items={[
          t(`catalogue:age.${path.ageGroup}`),
          t('catalogue:path.steps', { count: path.steps.length }),
          t('catalogue:path.hours', { hours: fmt.hours(path.hours) }),
        ]}
      />
      {path.ageGroup === 'professional' ? null : (
        <div className="gap-top measure">
          <Notice title={t('catalogue:path.safe')}>{t('catalogue:path.safe-text')}</Notice>
        </div>
      )}
      <PathDrawing steps={path.steps} completed={completed} />
    </Page>
  );
}
