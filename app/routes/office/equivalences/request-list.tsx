import { useLoaderData } from '@remix-run/react';
import { LISTS } from '~/domain/equivalences/inputs';
import { listRequests, type RequestList } from '~/domain/equivalences/list-requests.server';
import { plainText } from '~/i18n/content';
import { RequestMark } from '~/ui/equivalences/request-mark';
import { EmptyState } from '~/ui/kit/empty-state';
import { SelectField, SubmitButton } from '~/ui/kit/field';
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

const NAMES = ['list', 'level', 'after'] as const;
const HERE = '/office/equivalences/requests';

type View = RequestList & { filter: Record<(typeof NAMES)[number], string> };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  return { ...(await listRequests(ctx, filter)), filter };
});

export const meta = pageMeta<View>((_view, t) => ({
  title: t('equivalences:requests.title'),
  noindex: true,
}));

export default function EquivalenceRequests() {
  const { rows, total, next, filter, levels } = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const list = LISTS.find((each) => each === filter.list) ?? 'open';
  const to = (changes: Partial<View['filter']>) => addressWith(HERE, { ...filter, after: '', ...changes });
  return (
    <Page
      width="office"
      title={t('equivalences:requests.title')}
      lead={t('equivalences:requests.found', { count: total })}
      crumbs={[{ to: '/office/equivalences', label: t('equivalences:list.title') }]}
    >
      <div className="stack">
        <Tabs
          label={t('equivalences:requests.lists')}
          items={LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`equivalences:requests.list.${each}`),
            current: each === list,
          }))}
        />
        <form className="form-inline">
          {filter.list ? <input type="hidden" name="list" value={filter.list} /> : null}
          <SelectField
            name="level"
            label={t('licensing:filter.level')}
            value={filter.level}
            empty={t('licensing:filter.all')}
            required={false}
            options={levels.map(({ slug, name }) => ({ value: slug, label: plainText(name, lang) }))}
          />
          <SubmitButton look="plain">{t('shell:action.filter')}</SubmitButton>
        </form>
        <RequestTable rows={rows} />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

function RequestTable({ rows }: { rows: View['rows'] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('equivalences:requests.title')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('equivalences:requests.none')}>
          <p>{t('equivalences:requests.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ id, holder }) => (
            <>
              <A to={`${HERE}/${id}`} className="link">
                {holder?.displayName ?? t('shell:action.open')}
              </A>{' '}
              <span className="quiet" lang="en">
                {holder?.latinName}
              </span>
            </>
          ),
        },
        {
          key: 'level',
          header: t('licensing:filter.level'),
          cell: ({ level }) => (level ? <Text value={level.name} quiet /> : null),
        },
        {
          key: 'at',
          header: t('equivalences:requests.at'),
          cell: ({ askedAt, level }) => fmt.dateTime(askedAt, level?.framework.zone ?? 'UTC'),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ state, act }) => (
            <>
              <RequestMark state={state} />
              {act === 'propose-revoke' ? (
                <p className="quiet">{t('equivalences:requests.revoke-waits')}</p>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
