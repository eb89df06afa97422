import { useLoaderData } from '@remix-run/react';
import { appealForms } from '~/domain/appeals/inputs';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { appealableUntil, standingRefusal } from '~/domain/appeals/policy';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import type { Appeal } from '~/domain/appeals/types';
import { askForEquivalence } from '~/domain/equivalences/ask-for-equivalence.server';
import { askForm, withdrawRequestSchema } from '~/domain/equivalences/inputs';
import { type BlankRequest, openRequest } from '~/domain/equivalences/open-request.server';
import { withdrawRequest } from '~/domain/equivalences/withdraw-request.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { plainText } from '~/i18n/content';
import type { Titles } from '~/ui/applications/finding-steps';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import type { LoadArgs } from '~/web/handlers.server';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfSentences, refTitles } from '../ref-titles.server';
import { AskForm } from './ask-form';
import { OwnRequests } from './own-requests';

type View = BlankRequest & {
  titles: Titles;
  appeals: Appeal[];
  /** Last days for appeals, by refusal. */
  appealable: Record<string, string>;
};

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const blank = await openRequest(ctx, { level: params.level ?? '' });
  const refs = refsOfSentences(blank.granted.map(({ sentence }) => sentence));
  const titles = refs.length > 0 ? await refTitles(ctx, refs, await listLevels(ctx)) : {};
  const { zone } = blank.level.framework;
  const refusals = blank.hasOpen ? [] : blank.requests.flatMap(({ acts }) => standingRefusal(acts) ?? []);
  const appealable = appealableUntil(refusals, { zone, today: ctx.clock.today(zone) });
  return { ...blank, titles, appeals: await listOwnAppeals(ctx), appealable };
});

const here = ({ ctx, params }: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(ctx.lang, `/me/qualifications/${params.level ?? ''}/equivalence`);

export const action = formActions({
  appeal: form({
    schema: appealForms.request,
    async run(args) {
      await submitAppeal(args.ctx, { against: 'request', ...args.input });
      return { redirectTo: here(args), flash: 'appeals:done.submitted' };
    },
  }),
  ask: form({
    schema: askForm,
    async run(args) {
      await askForEquivalence(args.ctx, { ...args.input, level: args.params.level ?? '' });
      return { redirectTo: here(args), flash: 'equivalences:done.asked' };
    },
  }),
  withdraw: form({
    schema: withdrawRequestSchema,
    async run(args) {
      await withdrawRequest(args.ctx, args.input);
      return { redirectTo: here(args), flash: 'equivalences:done.request-withdrawn' };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({
  title: t('equivalences:ask.title'),
  noindex: true,
}));

export default function AskForEquivalence() {
  const blank = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const { slug, name } = blank.level;
  const isAppealed = blank.appeals.some(
    ({ outcome, requestId }) => outcome === null && blank.requests.some(({ id }) => id === requestId),
  );
  return (
    <Page
      width="text"
      title={t('equivalences:ask.title')}
      lead={t('equivalences:ask.lead')}
      crumbs={[
        { to: '/me/qualifications', label: t('licensing:mine.title') },
        { to: `/me/qualifications/${slug}`, label: plainText(name, lang) },
      ]}
    >
      <div className="stack stack-l">
        <OwnRequests
          requests={blank.requests}
          zone={blank.level.framework.zone}
          countable={blank.granted}
          titles={blank.titles}
          appeals={blank.appeals}
          appealable={blank.appealable}
        />
        {isAppealed && !blank.hasOpen ? (
          <Notice>
            <p>{t('equivalences:ask.appeal-waits')}</p>
          </Notice>
        ) : null}
        {blank.hasOpen ? null : <AskForm blank={blank} />}
      </div>
    </Page>
  );
}
