import { useLoaderData } from '@remix-run/react';
import { type IssueList, listIssues } from '~/domain/imports/list-issues.server';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from '../filter';

const NAMES = ['list', 'after'] as const;
type View = IssueList & { filter: Record<(typeof NAMES)[number], string>; at: string };

export const loader = signedInLoader(async ({ ctx, params, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  const importId = params.import ?? '';
  const list = await listIssues(ctx, { importId, isError: filter.list !== 'mended', after: filter.after });
  return { ...list, filter, at: `/office/imports/${importId}` };
});

export const meta = pageMeta((view: View, t) => ({
  title: `${t('imports:issues.title')} · ${view.fileName}`,
  noindex: true,
}));

export default function Issues() {
  const { fileName, rows, total, next, filter, at } = useLoaderData<typeof loader>();
  const { t } = useT();
  const isMended = filter.list === 'mended';
  const to = (after: string) => addressWith(`${at}/issues`, { list: isMended ? 'mended' : '', after });
  return (
    <Page
      width="office"
      title={t('imports:issues.title')}
      lead={t(isMended ? 'imports:issues.mended' : 'imports:issues.errors', { count: total })}
      crumbs={[
        { to: '/office/imports', label: t('imports:list.title') },
        { to: at, label: fileName },
      ]}
    >
      <div className="stack">
        <Tabs
          label={t('imports:issues.title')}
          items={[
            { to: `${at}/issues`, label: t('imports:issues.list-errors'), current: !isMended },
            { to: `${at}/issues?list=mended`, label: t('imports:issues.list-mended'), current: isMended },
          ]}
        />
        <Table
          caption={t('imports:issues.title')}
          quietCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'cell',
              header: t('imports:issues.cell'),
              names: true,
              cell: ({ rowNo, column }) => t('imports:issues.row', { row: rowNo, column: column ?? '' }),
            },
            {
              key: 'found',
              header: t('imports:issues.found'),
              cell: ({ found }) => <span className="break">{found || '–'}</span>,
            },
            {
              key: 'what',
              header: t('imports:issues.what'),
              cell: ({ code }) => t.dynamic(`imports:issue.${code}`),
            },
          ]}
        />
        <Pagination first={filter.after ? to('') : null} next={next ? to(next) : null} />
      </div>
    </Page>
  );
}
