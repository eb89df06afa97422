import { useLoaderData } from '@remix-run/react';
import { searchEverythingInput } from '~/domain/search/inputs';
import { searchEverything } from '~/domain/search/search-everything.server';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { SearchField } from '~/ui/search/search-field';
import { Page } from '~/ui/shell/page';
import { publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { Results } from './results';

/** Suggestions while somebody types; the page works without. */
export const handle = { script: true };

export const loader = publicLoader(async ({ ctx, url }) => {
  const input = searchEverythingInput.parse(Object.fromEntries(url.searchParams));
  const isAsked = input.q !== '' || input.technique !== undefined;
  return { input, found: isAsked ? await searchEverything(ctx, input) : null };
});

export const meta = pageMeta<{ input: { q: string } }>(({ input }, t) => ({
  title: input.q ? t('search:title-for', { q: input.q }) : t('search:title'),
  noindex: true,
}));

export default function SearchPage() {
  const { t } = useT();
  const { input, found } = useLoaderData<typeof loader>();
  const { q, kind, technique } = input;
  return (
    <Page title={t('search:title')}>
      <SearchField id="search" value={q} showLabel hidden={{ kind, technique, in: input.in }} />
      {input.isCut ? (
        <div className="gap-top">
          <Notice>{t('search:cut', { count: q.length })}</Notice>
        </div>
      ) : null}
      {found ? <Results input={input} found={found} /> : <Examples />}
    </Page>
  );
}

const EXAMPLES = [
  { q: '内股', lang: 'ja' },
  { q: 'учи-мата', lang: 'ru' },
  { q: 'отхват', lang: 'ru' },
  { q: 'o soto gari', lang: 'en' },
  { q: 'балаларға', lang: 'kk' },
  { q: '受け身', lang: 'ja' },
] as const;

function Examples() {
  const { t } = useT();
  return (
    <div className="gap-top stack stack-s">
      <p className="quiet measure">{t('search:hint')}</p>
      <ul className="row">
        {EXAMPLES.map(({ q, lang }) => (
          <li key={q}>
            <A to={`/search?q=${encodeURIComponent(q)}`} className="target" lang={lang}>
              {q}
            </A>
          </li>
        ))}
      </ul>
    </div>
  );
}
