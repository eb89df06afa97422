import { useLoaderData } from '@remix-run/react';
import { LISTS } from '~/domain/equivalences/inputs';
import { type EquivalenceList, listEquivalences } from '~/domain/equivalences/list-equivalences.server';
import { EquivalenceMark } from '~/ui/equivalences/equivalence-mark';
import { ButtonLink } from '~/ui/kit/button';
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
const HERE = '/office/equivalences';

type View = EquivalenceList & { filter: Record<(typeof NAMES)[number], string> };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  return { ...(await listEquivalences(ctx, filter)), filter };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('equivalences:list.title'), noindex: true }));

export default function Equivalences() {
  const { rows, total, next, filter, mayPropose } = useLoaderData<typeof loader>();
  const { t } = useT();
  const list = LISTS.find((each) => each === filter.list) ?? 'open';
  const to = (changes: Partial<View['filter']>) => addressWith(HERE, { ...filter, after: '', ...changes });
  return (
    <Page
      width="office"
      title={t('equivalences:list.title')}
      lead={t('equivalences:list.found', { count: total })}
    >
      <div className="stack">
        <div className="row">
          {mayPropose ? (
            <ButtonLink to={`${HERE}/new`} look="plain">
              {t('equivalences:new.open')}
            </ButtonLink>
          ) : null}
          <A to={`${HERE}/requests`} className="link target">
            {t('equivalences:requests.title')}
          </A>
        </div>
        <Tabs
          label={t('equivalences:list.lists')}
          items={LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`equivalences:list.list.${each}`),
            current: each === list,
          }))}
        />
        <EquivalenceTable rows={rows} />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function EquivalenceTable({ rows }: { rows: View['rows'] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('equivalences:list.title')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('equivalences:list.none')}>
          <p>{t('equivalences:list.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'paper',
          header: t('equivalences:list.paper'),
          names: true,
          cell: ({ id, paper, external }) => (
            <A to={`${HERE}/${id}`} className="link">
              {paper ? <Text value={paper} quiet /> : external}
            </A>
          ),
        },
        {
          key: 'level',
          header: t('equivalences:list.level'),
          cell: ({ level }) => (level ? <Text value={level.name} quiet /> : null),
        },
        {
          key: 'at',
          header: t('equivalences:list.at'),
          cell: ({ proposedAt, level }) => fmt.dateTime(proposedAt, level?.framework.zone ?? 'UTC'),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ state }) => <EquivalenceMark state={state} />,
        },
      ]}
    />
  );
}
