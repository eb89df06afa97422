import { useLoaderData } from '@remix-run/react';
import { registerQuery } from '~/domain/credentials/inputs';
import { listRegister } from '~/domain/credentials/list-register.server';
import type { ListedHolder } from '~/domain/credentials/types';
import { EmptyState } from '~/ui/kit/empty-state';
import { SubmitButton } from '~/ui/kit/field';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { StatusMark } from '~/ui/kit/status';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { OwnName } from '~/ui/people/own-name';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

type View = { q: string; holders: readonly ListedHolder[]; isFirst: boolean; next: string | null };

export const loader = cachedPublicLoader(async ({ ctx, url, page, validUntil }): Promise<View> => {
  const { q, after } = registerQuery.parse(Object.fromEntries(url.searchParams));
  const { holders, next, changesAt } = await listRegister(ctx, { q, after });
  validUntil(changesAt);
  // A search is somebody's own question: it would push the pages that everybody reads out of the cache.
  if (q !== '') page.cache.allowed = false;
  return { q, holders, isFirst: after === undefined, next };
});

export const meta = pageMeta((view: View, t) => ({
  title: t('credentials:register.title'),
  description: t('credentials:register.lead'),
  noindex: view.q !== '' || !view.isFirst,
}));

const addressOf = (q: string, after?: string): string => {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(after ? { after } : {}) }).toString();
  return query ? `/register?${query}` : '/register';
};

export default function Register() {
  const { q, holders, isFirst, next } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page width="wide" title={t('credentials:register.title')} lead={t('credentials:register.lead')}>
      <div className="stack">
        <SearchForm q={q} />
        <HolderTable holders={holders} empty={<NobodyHere q={q} />} />
        <Pagination first={isFirst ? null : addressOf(q)} next={next ? addressOf(q, next) : null} />
        <p>
          <A to="/verify" className="link target">
            {t('credentials:register.by-serial')}
          </A>
        </p>
      </div>
    </Page>
  );
}

function SearchForm({ q }: { q: string }) {
  const { t } = useT();
  return (
    <search>
      <form className="form">
        <div className="field">
          <label htmlFor="register-q">{t('credentials:register.search')}</label>
          <p className="hint" id="register-q-hint">
            {t('credentials:register.search-hint')}{' '}
            <OwnName>{t('credentials:register.search-names')}</OwnName>
          </p>
          <input
            className="input"
            id="register-q"
            name="q"
            type="search"
            maxLength={120}
            defaultValue={q}
            aria-describedby="register-q-hint"
          />
        </div>
        <div>
          <SubmitButton look="plain">{t('shell:action.search')}</SubmitButton>
        </div>
      </form>
    </search>
  );
}

function HolderTable({ holders, empty }: { holders: readonly ListedHolder[]; empty: JSX.Element }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('credentials:register.caption')}
      quietCaption
      rows={holders}
      rowKey={({ serial }) => serial}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: t('credentials:register.name'),
          names: true,
          cell: ({ serial, name }) => (
            <A to={`/verify/${serial}`} className="link">
              <OwnName>{name}</OwnName>
            </A>
          ),
        },
        {
          key: 'level',
          header: t('credentials:register.level'),
          cell: ({ level }) => <Text value={level} quiet />,
        },
        {
          key: 'status',
          header: t('credentials:register.status'),
          cell: ({ status }) => <StatusMark status={status.status} />,
        },
        {
          key: 'until',
          header: t('credentials:register.until'),
          whole: true,
          cell: ({ validUntil }) => <time dateTime={validUntil}>{fmt.shortDate(validUntil)}</time>,
        },
      ]}
    />
  );
}

function NobodyHere({ q }: { q: string }) {
  const { t } = useT();
  const title = q === '' ? t('credentials:register.empty-title') : t('credentials:register.none-title');
  return (
    <EmptyState title={title}>
      <p>{q === '' ? t('credentials:register.empty') : t('credentials:register.none')}</p>
    </EmptyState>
  );
}
