import { useLoaderData } from '@remix-run/react';
import { listBatches } from '~/domain/batches/list-batches.server';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { StatusMark } from '~/ui/kit/status';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from '../filter';

const HERE = '/office/batches';

type View = Awaited<ReturnType<typeof listBatches>> & { before: string };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const { before } = readFilter(url, ['before']);
  return { ...(await listBatches(ctx, { before })), before };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('batches:title'), noindex: true }));

export default function Batches() {
  const { batches, next, before } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page width="office" title={t('batches:title')} lead={t('batches:lead')}>
      <div className="stack">
        <BatchTable rows={batches} />
        <Pagination first={before ? HERE : null} next={next ? addressWith(HERE, { before: next }) : null} />
      </div>
    </Page>
  );
}

const stateOf = ({ confirmedAt, waiting }: View['batches'][number]) =>
  confirmedAt === null ? 'prepared' : waiting > 0 ? 'running' : 'done';

const SIGNS = { prepared: 'draft', running: 'running', done: 'done' } as const;

function BatchTable({ rows }: { rows: View['batches'] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('batches:list.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('batches:list.none')}>
          <p>{t('batches:list.none-text')}</p>
          <ButtonLink to="/office/applications">{t('batches:list.go')}</ButtonLink>
        </EmptyState>
      }
      columns={[
        {
          key: 'act',
          header: t('batches:choose.act'),
          names: true,
          cell: ({ id, act }) => (
            <A to={`${HERE}/${id}`} className="link">
              {t(`batches:act.${act}`)}
            </A>
          ),
        },
        {
          key: 'when',
          header: t('batches:list.when'),
          cell: ({ preparedAt }) => fmt.dateTime(preparedAt, 'Asia/Almaty'),
        },
        {
          key: 'items',
          header: t('batches:list.items'),
          numeric: true,
          cell: ({ items }) => fmt.number(items),
        },
        {
          key: 'not-done',
          header: t('batches:list.not-done'),
          numeric: true,
          cell: ({ notDone, confirmedAt }) => (confirmedAt ? fmt.number(notDone) : ''),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: (row) => (
            <StatusMark status={SIGNS[stateOf(row)]}>{t(`batches:list.state.${stateOf(row)}`)}</StatusMark>
          ),
        },
      ]}
    />
  );
}
