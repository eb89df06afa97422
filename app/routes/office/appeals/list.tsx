import { useLoaderData } from '@remix-run/react';
import { APPEAL_LISTS } from '~/domain/appeals/inputs';
import { type AppealList, listAppeals } from '~/domain/appeals/list-appeals.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Tabs } from '~/ui/kit/tabs';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from '../filter';

const NAMES = ['list', 'after'] as const;
const HERE = '/office/appeals';

type View = AppealList & { filter: Record<(typeof NAMES)[number], string> };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  return { ...(await listAppeals(ctx, filter)), filter };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('appeals:queue.title'), noindex: true }));

export default function Appeals() {
  const { rows, total, next, filter } = useLoaderData<typeof loader>();
  const { t } = useT();
  const list = APPEAL_LISTS.find((each) => each === filter.list) ?? 'open';
  const to = (changes: Partial<View['filter']>) => addressWith(HERE, { ...filter, after: '', ...changes });
  return (
    <Page width="office" title={t('appeals:queue.title')} lead={t('appeals:queue.found', { count: total })}>
      <div className="stack">
        <Tabs
          label={t('appeals:queue.lists')}
          items={APPEAL_LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`appeals:queue.list.${each}`),
            current: each === list,
          }))}
        />
        <AppealTable rows={rows} />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function AppealTable({ rows }: { rows: View['rows'] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('appeals:queue.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('appeals:queue.none')}>
          <p>{t('appeals:queue.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ id, displayName, latinName }) => (
            <>
              <A to={`${HERE}/${id}`} className="link">
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
        { key: 'kind', header: t('appeals:queue.what'), cell: ({ kind }) => t(`appeals:kind.${kind}`) },
        {
          key: 'at',
          header: t('appeals:queue.at'),
          cell: ({ submittedAt, level }) => fmt.dateTime(submittedAt, level?.framework.zone ?? 'UTC'),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ outcome }) => t(`appeals:state.${outcome ?? 'open'}`),
        },
      ]}
    />
  );
}
