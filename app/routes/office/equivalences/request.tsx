import { useLoaderData } from '@remix-run/react';
import { listAppealsOf, type NamedAppeal } from '~/domain/appeals/list-appeals-of.server';
import { decideRequest } from '~/domain/equivalences/decide-request.server';
import { getRequest, type RequestView } from '~/domain/equivalences/get-request.server';
import { requestForms } from '~/domain/equivalences/inputs';
import type { Titles } from '~/ui/applications/finding-steps';
import { RequestMark } from '~/ui/equivalences/request-mark';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import type { LoadArgs } from '~/web/handlers.server';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfSentences, refTitles } from '../../learn/ref-titles.server';
import { addressWith } from '../filter';
import { DecideRequest } from './decide-request';

export type View = RequestView & { titles: Titles; appeals: NamedAppeal[] };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getRequest(ctx, { requestId: params.request ?? '' });
  const { id, personId } = view.request;
  const refs = refsOfSentences(view.countable.map(({ sentence }) => sentence));
  const appeals = await listAppealsOf(ctx, { personId, id });
  return { ...view, appeals, titles: await refTitles(ctx, refs, view.ladder) };
});

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.request ?? '';
const back = ({ ctx, params }: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(ctx.lang, `/office/equivalences/requests/${params.request ?? ''}`);

export const action = formActions({
  grant: form({
    schema: requestForms.grant,
    async run(args) {
      const requestId = idOf(args);
      const { act } = await decideRequest(args.ctx, { act: 'grant', requestId, ...args.input });
      const flash = act === 'propose' ? 'equivalences:done.request-proposed' : 'equivalences:done.granted';
      return { redirectTo: back(args), flash };
    },
  }),
  confirm: form({
    schema: requestForms.confirm,
    async run(args) {
      await decideRequest(args.ctx, { act: 'confirm', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.granted' };
    },
  }),
  return: form({
    schema: requestForms.return,
    async run(args) {
      await decideRequest(args.ctx, { act: 'return', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.returned' };
    },
  }),
  refuse: form({
    schema: requestForms.refuse,
    async run(args) {
      await decideRequest(args.ctx, { act: 'refuse', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.request-refused' };
    },
  }),
  revoke: form({
    schema: requestForms.revoke,
    async run(args) {
      const requestId = idOf(args);
      const { act } = await decideRequest(args.ctx, { act: 'revoke', requestId, ...args.input });
      const flash =
        act === 'propose-revoke' ? 'equivalences:done.revoke-proposed' : 'equivalences:done.revoked';
      return { redirectTo: back(args), flash };
    },
  }),
  'confirm-revoke': form({
    schema: requestForms['confirm-revoke'],
    async run(args) {
      await decideRequest(args.ctx, { act: 'confirm-revoke', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.revoked' };
    },
  }),
  keep: form({
    schema: requestForms.keep,
    async run(args) {
      await decideRequest(args.ctx, { act: 'keep', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.kept' };
    },
  }),
  'withdraw-revoke': form({
    schema: requestForms['withdraw-revoke'],
    async run(args) {
      await decideRequest(args.ctx, { act: 'withdraw-revoke', requestId: idOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'equivalences:done.revoke-withdrawn' };
    },
  }),
});

export const meta = pageMeta<View>(({ holder }) => ({ title: holder.displayName, noindex: true }));

export default function EquivalenceRequest() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.holder.displayName}
      lead={<Text value={view.level.name} quiet />}
      crumbs={[
        { to: '/office/equivalences', label: t('equivalences:list.title') },
        { to: '/office/equivalences/requests', label: t('equivalences:requests.title') },
      ]}
    >
      <div className="split">
        <div className="stack stack-l">
          <Asked view={view} />
          <Papers view={view} />
        </div>
        <DecideRequest view={view} />
      </div>
    </Page>
  );
}

function Asked({ view: { request, state, level } }: { view: View }) {
  const { t, fmt } = useT();
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('equivalences:request.statement')}</h2>
      <blockquote className="measure" lang={request.lang}>
        {request.statement}
      </blockquote>
      <Facts
        items={[
          { label: t('licensing:column.state'), value: <RequestMark state={state} /> },
          {
            label: t('equivalences:requests.at'),
            value: fmt.dateTime(request.askedAt, level.framework.zone),
          },
        ]}
      />
    </section>
  );
}

function Papers({ view: { papers, holder } }: { view: View }) {
  const { t, fmt } = useT();
  return (
    <section className="stack" aria-labelledby="papers">
      <h2 id="papers">{t('equivalences:request.papers')}</h2>
      <ul className="list">
        {papers.map(({ id, title, occurredOn, validUntil }) => (
          <li key={id}>
            <Text value={title} quiet />
            <p className="quiet">
              {validUntil
                ? t('equivalences:days.both', { from: fmt.date(occurredOn), until: fmt.date(validUntil) })
                : fmt.date(occurredOn)}
            </p>
          </li>
        ))}
      </ul>
      <A
        to={addressWith('/office/evidence', { list: 'closed', q: holder.displayName })}
        className="link target"
      >
        {t('equivalences:request.to-scans')}
      </A>
    </section>
  );
}
