import { useLoaderData } from '@remix-run/react';
import { listProposals, type ProposalList } from '~/domain/sanctions/list-proposals.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from './filter';

const HERE = '/office/proposals';

type View = ProposalList & { after: string };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const { after } = readFilter(url, ['after'] as const);
  return { ...(await listProposals(ctx, { after })), after };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('sanctions:queue.title'), noindex: true }));

export default function Proposals() {
  const { rows, total, next, after } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={t('sanctions:queue.title')}
      lead={t('sanctions:queue.found', { count: total })}
    >
      <div className="stack">
        <ProposalTable rows={rows} />
        <Pagination first={after ? HERE : null} next={next ? addressWith(HERE, { after: next }) : null} />
      </div>
    </Page>
  );
}

function ProposalTable({ rows }: { rows: View['rows'] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('sanctions:queue.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('sanctions:queue.none')}>
          <p>{t('sanctions:queue.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ qualificationId, displayName, latinName }) => (
            <>
              <A to={`/office/register/${qualificationId}`} className="link">
                {displayName}
              </A>{' '}
              <span className="quiet" lang="en">
                {latinName}
              </span>
            </>
          ),
        },
        {
          key: 'level',
          header: t('licensing:filter.level'),
          cell: ({ level }) => (level ? <Text value={level.name} quiet /> : null),
        },
        { key: 'act', header: t('sanctions:queue.what'), cell: ({ act }) => t(`sanctions:proposed.${act}`) },
        {
          key: 'by',
          header: t('sanctions:queue.by'),
          cell: ({ proposerName, isOwnProposal }) =>
            isOwnProposal ? t('sanctions:queue.you', { name: proposerName }) : proposerName,
        },
        {
          key: 'at',
          header: t('sanctions:queue.at'),
          cell: ({ proposedAt, level }) => fmt.dateTime(proposedAt, level?.framework.zone ?? 'UTC'),
        },
        {
          key: 'from',
          header: t('licensing:sanction.effective-on'),
          cell: ({ effectiveOn }) => fmt.date(effectiveOn),
        },
      ]}
    />
  );
}
