import { useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { orderReportSchema } from '~/domain/reports/inputs';
import { listReports, type ReportList } from '~/domain/reports/list-reports.server';
import { orderReport } from '~/domain/reports/order-report.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { StatusMark } from '~/ui/kit/status';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { addressWith, readFilter } from '../filter';
import { officeTree, type Place } from '../office-places.server';
import { countUse } from './limits';
import { OrderForm } from './order-form';
import { ReportFilter } from './report-filter';

const NAMES = ['framework', 'on', 'after'] as const;
type Filter = Record<(typeof NAMES)[number], string>;
type View = ReportList & {
  filter: Filter;
  /** Where the registrar may order a report; empty for those who only read. */
  places: Place[];
  /** Names of the places of the list by path. */
  names: Record<string, LocalizedText>;
  orderKey: string;
};

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  const list = await listReports(ctx, filter);
  const wanted = new Set(list.rows.map(({ place }) => place));
  const organisations = await listOrganisations(ctx);
  return {
    ...list,
    filter,
    places: list.orderable.length > 0 ? await officeTree(ctx) : [],
    names: Object.fromEntries(
      organisations.filter(({ path }) => wanted.has(path)).map(({ path, name }) => [path, name]),
    ),
    orderKey: newId(),
  };
});

export const action = formActions({
  order: form({
    schema: orderReportSchema,
    async run(args) {
      const { ctx, input } = args;
      await countUse(args, 'counts');
      const { reportId } = await orderReport(ctx, input);
      return { redirectTo: pagePath(ctx.lang, `/office/reports/${reportId}`) };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('reports:title'), noindex: true }));

export default function Reports() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useT();
  const { filter, orderable, places, orderKey, next, rows, names } = view;
  const to = (changes: Partial<Filter>) =>
    addressWith('/office/reports', { ...filter, after: '', ...changes });
  const isFiltered = filter.framework !== '' || filter.on !== '' || filter.after !== '';
  return (
    <Page width="office" title={t('reports:title')} lead={t('reports:lead')}>
      <div className="stack">
        {orderable.length > 0 ? (
          <OrderForm frameworks={orderable} places={places} orderKey={orderKey} state={sent?.form} />
        ) : null}
        <h2>{t('reports:list.title')}</h2>
        {rows.length > 0 || isFiltered ? (
          <ReportFilter filter={filter} frameworks={view.frameworks} clear={to({ framework: '', on: '' })} />
        ) : null}
        <ReportTable
          rows={rows}
          names={names}
          empty={<Nothing isFiltered={isFiltered} mayOrder={orderable.length > 0} />}
        />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function Nothing({ isFiltered, mayOrder }: { isFiltered: boolean; mayOrder: boolean }) {
  const { t } = useT();
  if (isFiltered) return <p className="quiet">{t('reports:list.filter-none')}</p>;
  return (
    <EmptyState title={t('reports:list.none')}>
      <p>{t(mayOrder ? 'reports:list.none-text' : 'reports:list.none-reader')}</p>
    </EmptyState>
  );
}

type TableProps = Pick<View, 'rows' | 'names'> & { empty: ReactNode };

function ReportTable({ rows, names, empty }: TableProps) {
  const { t, fmt, lang } = useT();
  const placeOf = (path: string) =>
    path === '/' ? t('reports:place.all') : names[path] ? plainText(names[path], lang) : path;
  return (
    <Table
      caption={t('reports:list.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'on',
          header: t('reports:list.on'),
          names: true,
          cell: ({ id, on }) => (
            <A to={`/office/reports/${id}`} className="link">
              {fmt.date(on)}
            </A>
          ),
        },
        {
          key: 'framework',
          header: t('reports:list.framework'),
          cell: ({ framework }) => <Text value={framework} quiet />,
        },
        { key: 'place', header: t('reports:list.place'), cell: ({ place }) => placeOf(place) },
        {
          key: 'known',
          header: t('reports:list.known'),
          cell: ({ knownAt, zone }) => fmt.dateTime(knownAt, zone),
        },
        {
          key: 'state',
          header: t('reports:list.state'),
          cell: ({ isCounted }) => (
            <StatusMark status={isCounted ? 'done' : 'running'}>
              {t(isCounted ? 'reports:list.counted' : 'reports:list.counting')}
            </StatusMark>
          ),
        },
      ]}
    />
  );
}
