import { useLoaderData } from '@remix-run/react';
import { type FoundRecord, findRecords } from '~/domain/unions/find-records.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { readFilter } from '../filter';

type View = { one: FoundRecord; found: FoundRecord[]; q: string };

export const loader = signedInLoader(async ({ ctx, params, url }): Promise<View> => {
  const { q } = readFilter(url, ['q']);
  return { ...(await findRecords(ctx, { one: params.person ?? '', q })), q };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('unions:find.title'), noindex: true }));

export default function FindRecord() {
  const { one, found, q } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={t('unions:find.title')}
      crumbs={[{ to: '/office/unions', label: t('unions:list.title') }]}
    >
      <div className="stack stack-l">
        <section className="stack" aria-labelledby="one">
          <h2 id="one">{t('unions:find.one')}</h2>
          <FoundFacts record={one} />
        </section>
        <SearchForm q={q} />
        {q.trim() === '' ? null : <Found one={one} found={found} />}
      </div>
    </Page>
  );
}

function SearchForm({ q }: { q: string }) {
  const { t } = useT();
  return (
    <search>
      <form method="get" className="form">
        <div className="field">
          <label htmlFor="q">{t('unions:find.q')}</label>
          <p className="hint" id="q-hint">
            {t('unions:find.hint')}
          </p>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            aria-describedby="q-hint"
          />
        </div>
        <button type="submit" className="btn btn-main">
          {t('unions:find.submit')}
        </button>
      </form>
    </search>
  );
}

function Found({ one, found }: Pick<View, 'one' | 'found'>) {
  const { t } = useT();
  if (found.length === 0)
    return (
      <EmptyState title={t('unions:find.none')}>
        <p>{t('unions:find.none-text')}</p>
      </EmptyState>
    );
  return (
    <section className="stack" aria-labelledby="found">
      <h2 id="found">{t('unions:find.found', { count: found.length })}</h2>
      {found.map((record) => (
        <article key={record.personId} className="card stack stack-s">
          <FoundFacts record={record} />
          <p>
            <A to={`/office/unions/of/${one.personId}/${record.personId}`} className="btn btn-plain">
              {t('unions:find.compare')}
              <span className="sr">: {record.displayName}</span>
            </A>
          </p>
        </article>
      ))}
    </section>
  );
}

function FoundFacts({ record }: { record: FoundRecord }) {
  const { t } = useT();
  const { displayName, latinName, organisation, hasAccount, levels } = record;
  return (
    <div className="stack stack-s">
      <p className="strong">
        {displayName}{' '}
        <span className="quiet" lang="en">
          {latinName === displayName ? '' : latinName}
        </span>
      </p>
      {organisation ? <Text value={organisation} quiet /> : null}
      <p className="quiet">
        {[...levels, t(hasAccount ? 'unions:compare.has-account' : 'unions:compare.no-account')].join(' · ')}
      </p>
    </div>
  );
}
