import { useLoaderData } from '@remix-run/react';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { getPath, type Path } from '~/domain/applications/get-path.server';
import { applySchema, withdrawSchema } from '~/domain/applications/inputs';
import { withdrawApplication } from '~/domain/applications/withdraw-application.server';
import { listOwnRequests } from '~/domain/equivalences/list-own-requests.server';
import type { OwnRequest } from '~/domain/equivalences/types';
import { plainText } from '~/i18n/content';
import { ApplyPart } from '~/ui/applications/apply-part';
import { FindingSteps, type Titles } from '~/ui/applications/finding-steps';
import { RenewalNeeds } from '~/ui/applications/renewal-needs';
import { RequestPart } from '~/ui/equivalences/request-part';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfFindings, refTitles } from './ref-titles.server';

type View = { path: Path; titles: Titles; title: string; request: OwnRequest | null };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const path = await getPath(ctx, { level: params.level ?? '' });
  const refs = refsOfFindings([...path.findings, ...(path.renewal?.findings ?? [])]);
  const titles = await refTitles(ctx, refs, path.ladder);
  const isAwarded = path.isHeld || path.renewal !== null;
  const requests = isAwarded ? [] : await listOwnRequests(ctx, { levelId: path.level.id });
  return { path, titles, title: plainText(path.level.name, ctx.lang), request: requests[0] ?? null };
});

export const action = formActions({
  renew: form({
    schema: applySchema.omit({ level: true }),
    async run({ ctx, input, params }) {
      const level = params.level ?? '';
      await askForRenewal(ctx, { ...input, level });
      return {
        redirectTo: pagePath(ctx.lang, `/me/qualifications/${level}`),
        flash: 'applications:done.asked',
      };
    },
  }),
  apply: form({
    schema: applySchema.omit({ level: true }),
    async run({ ctx, input, params }) {
      const level = params.level ?? '';
      await applyForLevel(ctx, { ...input, level });
      return {
        redirectTo: pagePath(ctx.lang, `/me/qualifications/${level}`),
        flash: 'licensing:done.applied',
      };
    },
  }),
  withdraw: form({
    schema: withdrawSchema,
    async run({ ctx, input }) {
      await withdrawApplication(ctx, input);
      return { redirectTo: pagePath(ctx.lang, '/me/qualifications'), flash: 'licensing:done.withdrawn' };
    },
  }),
});

export const meta = pageMeta((view: View) => ({ title: view.title, noindex: true }));

export default function MyLevel() {
  const { path, titles, request } = useLoaderData<typeof loader>();
  const { t } = useT();
  const { renewal } = path;
  return (
    <Page
      title={<Text value={path.level.name} />}
      lead={<Text value={path.level.summary} quiet />}
      crumbs={[{ to: '/me/qualifications', label: t('licensing:mine.title') }]}
    >
      <div className="split">
        <section className="stack" aria-labelledby="path">
          <h2 id="path">{t(renewal ? 'applications:renewal.title' : 'licensing:path.title')}</h2>
          {renewal ? (
            <RenewalNeeds renewal={renewal} titles={titles} withLinks />
          ) : (
            <FindingSteps findings={path.findings} titles={titles} withLinks />
          )}
          {path.isHeld || renewal ? null : <RequestPart level={path.level.slug} request={request} />}
        </section>
        <section className="stack" aria-labelledby="apply">
          <h2 id="apply">{t(renewal ? 'applications:renewal.apply' : 'licensing:apply.title')}</h2>
          <ApplyPart path={path} />
        </section>
      </div>
    </Page>
  );
}
