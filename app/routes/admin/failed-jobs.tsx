import { useLoaderData } from '@remix-run/react';
import { readMoment, retryJobInput } from '~/domain/operations/inputs';
import { type JobsOverview, listFailedJobs } from '~/domain/operations/list-failed-jobs.server';
import { retryJob } from '~/domain/operations/retry-job.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Pagination } from '~/ui/kit/pagination';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

const ZONE = 'Asia/Almaty';

export const loader = signedInLoader(async ({ ctx, url }) => {
  const before = readMoment(url.searchParams.get('before'));
  return { ...(await listFailedJobs(ctx, { before })), isFirst: before === null };
});

export const action = formActions({
  retry: form({
    schema: retryJobInput,
    async run({ ctx, input }) {
      await retryJob(ctx, input);
      return { redirectTo: pagePath(ctx.lang, '/admin/jobs'), flash: 'admin:done.job-retried' };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('admin:jobs.title'), noindex: true }));

type Queue = JobsOverview['queues'][number];
type Failed = JobsOverview['failed'][number];

function useQueueColumns(): readonly Column<Queue>[] {
  const { t, fmt } = useT();
  return [
    { key: 'name', header: t('admin:jobs.queue'), names: true, cell: ({ name }) => name },
    {
      key: 'waiting',
      header: t('admin:jobs.waiting'),
      numeric: true,
      cell: ({ waiting }) => fmt.number(waiting),
    },
    {
      key: 'active',
      header: t('admin:jobs.active'),
      numeric: true,
      cell: ({ active }) => fmt.number(active),
    },
    {
      key: 'failed',
      header: t('admin:jobs.failed'),
      numeric: true,
      cell: ({ failed }) => fmt.number(failed),
    },
  ];
}

function useFailedColumns(): readonly Column<Failed>[] {
  const { t, fmt } = useT();
  return [
    { key: 'name', header: t('admin:jobs.queue'), names: true, cell: ({ name }) => name },
    { key: 'at', header: t('admin:jobs.at'), cell: ({ failedAt }) => fmt.dateTime(failedAt, ZONE) },
    { key: 'tries', header: t('admin:jobs.tries'), numeric: true, cell: ({ tries }) => fmt.number(tries) },
    {
      key: 'reason',
      header: t('admin:jobs.reason'),
      cell: ({ reason }) => <code className="break">{reason}</code>,
    },
    { key: 'retry', header: t('admin:jobs.act'), cell: (job) => <Retry job={job} /> },
  ];
}

function Retry({ job }: { job: Failed }) {
  const { t } = useT();
  return (
    <Form intent="retry" className="">
      <input type="hidden" name="name" value={job.name} />
      <input type="hidden" name="jobId" value={job.id} />
      <SubmitButton look="plain" small>
        {t('admin:jobs.retry')}
      </SubmitButton>
    </Form>
  );
}

export default function Jobs() {
  const { t } = useT();
  const { queues, failed, next, isFirst } = useLoaderData<typeof loader>();
  const [queueColumns, failedColumns] = [useQueueColumns(), useFailedColumns()];
  return (
    <Page title={t('admin:jobs.title')} width="office">
      <Table
        caption={t('admin:jobs.queues')}
        columns={queueColumns}
        rows={queues}
        rowKey={({ name }) => name}
      />
      <section className="section stack">
        <h2>{t('admin:jobs.failed-title')}</h2>
        <Table
          caption={t('admin:jobs.failed-caption')}
          columns={failedColumns}
          rows={failed}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('admin:jobs.empty')}>{t('admin:jobs.empty-text')}</EmptyState>}
        />
        <Pagination
          first={isFirst ? null : '/admin/jobs'}
          next={next ? `/admin/jobs?before=${encodeURIComponent(next.toISOString())}` : null}
        />
      </section>
    </Page>
  );
}
