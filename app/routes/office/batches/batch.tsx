import { useLoaderData } from '@remix-run/react';
import { confirmBatch } from '~/domain/batches/confirm-batch.server';
import { type BatchView, getBatch } from '~/domain/batches/get-batch.server';
import { confirmForms } from '~/domain/batches/inputs';
import type { LocalizedText } from '~/i18n/content';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refTitles } from '../../learn/ref-titles.server';
import { addressWith } from '../filter';
import { ConfirmPart } from './confirm-part';
import { Lines } from './lines';
import { ReportPart } from './report-part';
import { refsOf } from './why';

export type View = Omit<BatchView, 'levels'> & { titles: Record<string, LocalizedText>; zone: string };

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.batch ?? '';

export const loader = signedInLoader(async (args): Promise<View> => {
  const { ctx, url } = args;
  const page = Number(url.searchParams.get('page') ?? '1');
  const { levels, ...found } = await getBatch(ctx, { batchId: idOf(args), page });
  const refs = found.lines.flatMap(({ reason }) => refsOf(reason?.missing ?? []));
  const titles = await refTitles(ctx, refs, levels);
  return { ...found, titles, zone: levels[0]?.framework.zone ?? 'UTC' };
});

const doneAt = (args: Pick<LoadArgs, 'ctx' | 'params'>) => ({
  redirectTo: pagePath(args.ctx.lang, `/office/batches/${idOf(args)}`),
  flash: 'batches:done.confirmed',
});

export const action = formActions({
  issue: form({
    schema: confirmForms.issue,
    async run(args) {
      await confirmBatch(args.ctx, { act: 'issue', batchId: idOf(args), ...args.input });
      return doneAt(args);
    },
  }),
  return: form({
    schema: confirmForms.return,
    async run(args) {
      await confirmBatch(args.ctx, { act: 'return', batchId: idOf(args), ...args.input });
      return doneAt(args);
    },
  }),
  refuse: form({
    schema: confirmForms.refuse,
    async run(args) {
      await confirmBatch(args.ctx, { act: 'refuse', batchId: idOf(args), ...args.input });
      return doneAt(args);
    },
  }),
});

export const meta = pageMeta((view: View, t) => ({
  title: t(view.state === 'prepared' ? 'batches:preview.title' : 'batches:report.title'),
  noindex: true,
}));

export default function Batch() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  const { batch, state, total, page, pages } = view;
  const isPreview = state === 'prepared';
  const to = (number: number) =>
    addressWith(`/office/batches/${batch.id}`, { page: number > 1 ? String(number) : '' });
  return (
    <Page
      width="office"
      title={t(isPreview ? 'batches:preview.title' : 'batches:report.title')}
      lead={t(isPreview ? 'batches:preview.lead' : 'batches:report.lead', {
        act: t(`batches:act.${batch.act}`),
        count: total,
      })}
      crumbs={[{ to: '/office/batches', label: t('batches:title') }]}
    >
      <div className="stack stack-l">
        {isPreview ? <ConfirmPart view={view} /> : <ReportPart view={view} />}
        <Lines lines={view.lines} titles={view.titles} isPreview={isPreview} />
        <Pagination
          first={page > 1 ? to(1) : null}
          previous={page > 2 ? to(page - 1) : null}
          next={page < pages ? to(page + 1) : null}
        >
          {t('batches:pages', { page, pages })}
        </Pagination>
      </div>
    </Page>
  );
}
