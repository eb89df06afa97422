import { useLoaderData } from '@remix-run/react';
import { UNION_LISTS } from '~/domain/unions/inputs';
import { type ListedUnion, listUnions } from '~/domain/unions/list-unions.server';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { addressWith, readFilter } from '../filter';

const NAMES = ['list', 'after'] as const;
const HERE = '/office/unions';

type View = { rows: ListedUnion[]; next: string | null; filter: Record<(typeof NAMES)[number], string> };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  return { ...(await listUnions(ctx, filter)), filter };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('unions:list.title'), noindex: true }));

export default function Unions() {
  const { rows, next, filter } = useLoaderData<typeof loader>();
  const { t, fmt } = useT();
  const list = UNION_LISTS.find((each) => each === filter.list) ?? 'joined';
  const to = (changes: Partial<View['filter']>) => addressWith(HERE, { ...filter, after: '', ...changes });
  return (
    <Page width="office" title={t('unions:list.title')} lead={t('unions:list.lead')}>
      <div className="stack">
        <p>
          {t('unions:list.how')}{' '}
          <A to="/office/register" className="link">
            {t('licensing:register.title')}
          </A>
        </p>
        <Tabs
          label={t('unions:list.lists')}
          items={UNION_LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`unions:list.list.${each}`),
            current: each === list,
          }))}
        />
        <Table
          caption={t('unions:list.caption')}
          quietCaption
          rows={rows}
          rowKey={({ id }) => id}
          empty={<p className="quiet">{t('unions:list.none')}</p>}
          columns={[
            {
              key: 'kept',
              header: t('unions:kept'),
              names: true,
              cell: ({ id, kept }) => (
                <A to={`${HERE}/${id}`} className="link">
                  {kept}
                </A>
              ),
            },
            { key: 'absorbed', header: t('unions:absorbed'), cell: ({ absorbed }) => absorbed },
            {
              key: 'at',
              header: t('unions:at'),
              cell: ({ askedAt }) => fmt.dateTime(askedAt, 'Asia/Almaty'),
            },
          ]}
        />
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}
