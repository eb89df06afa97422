import { useLoaderData } from '@remix-run/react';
import { CLAIM_KINDS, CLAIM_LISTS } from '~/domain/claims/inputs';
import { type ClaimList, listClaims } from '~/domain/claims/list-claims.server';
import { ClaimMark } from '~/ui/claims/claim-mark';
import { claimName } from '~/ui/claims/claim-name';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from '../filter';
import { FilterForm } from '../filter-form';
import { officePlaces, type Place } from '../office-places.server';

const NAMES = ['list', 'kind', 'path', 'q', 'after'] as const;
type Filter = Record<(typeof NAMES)[number], string>;
type View = ClaimList & { filter: Filter; places: Place[] };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  return { ...(await listClaims(ctx, filter)), filter, places: await officePlaces(ctx) };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('claims:queue.title'), noindex: true }));

export default function Claims() {
  const { filter, places, total, next, rows, zone } = useLoaderData<typeof loader>();
  const { t } = useT();
  const list = CLAIM_LISTS.find((each) => each === filter.list) ?? 'open';
  const to = (changes: Partial<Filter>) =>
    addressWith('/office/evidence', { ...filter, after: '', ...changes });
  return (
    <Page width="office" title={t('claims:queue.title')} lead={t('claims:queue.found', { count: total })}>
      <div className="stack">
        <Tabs
          label={t('claims:queue.lists')}
          items={CLAIM_LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`claims:queue.list.${each}`),
            current: each === list,
          }))}
        />
        <FilterForm
          filter={filter}
          keep={['list']}
          selects={[
            {
              name: 'kind',
              label: t('claims:queue.kind'),
              options: CLAIM_KINDS.map((kind) => ({ value: kind, label: t(`claims:kind.${kind}`) })),
            },
            {
              name: 'path',
              label: t('licensing:filter.place'),
              options: places.map(({ path, name }) => ({ value: path, label: name })),
            },
          ]}
          clear={to({ kind: '', path: '', q: '' })}
        />
        <QueueTable rows={rows} zone={zone} />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function QueueTable({ rows, zone }: Pick<View, 'rows' | 'zone'>) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('claims:queue.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('claims:queue.none')}>
          <p>{t('claims:queue.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('claims:queue.coach'),
          names: true,
          cell: ({ id, displayName, latinName }) => (
            <>
              <A to={`/office/evidence/${id}`} className="link">
                {displayName}
              </A>{' '}
              <span className="quiet" lang="en">
                {latinName}
              </span>
            </>
          ),
        },
        { key: 'what', header: t('claims:mine.column-kind'), cell: (row) => claimName(row, t) },
        { key: 'issuer', header: t('claims:queue.issuer'), cell: ({ issuer }) => issuer },
        {
          key: 'on',
          header: t('claims:queue.on'),
          cell: ({ handedInAt }) => fmt.dateTime(handedInAt, zone),
        },
        {
          key: 'state',
          header: t('claims:queue.state'),
          cell: ({ state }) => <ClaimMark state={state} />,
        },
      ]}
    />
  );
}
