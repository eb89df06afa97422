import { useLoaderData } from '@remix-run/react';
import { type AffectedList, listAffected } from '~/domain/amendments/list-affected.server';
import type { Level } from '~/domain/frameworks/types';
import { plainText } from '~/i18n/content';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { Facts } from '~/ui/kit/facts';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { AffectedTable } from './affected-table';

type View = { level: Level; found: AffectedList | null };

export const loader = signedInLoader(({ ctx, params, url }): Promise<View> => {
  const asked = (word: string) => url.searchParams.get(word)?.slice(0, 100) ?? null;
  return listAffected(ctx, { level: params.level ?? '', from: asked('from'), after: asked('after') });
});

export const meta = pageMeta<View>(({ level }, t, { lang }) => ({
  title: t('amendments:affected.title', { level: plainText(level.name, lang) }),
  noindex: true,
}));

export default function Affected() {
  const { level, found } = useLoaderData<typeof loader>();
  const { t, fmt, lang } = useT();
  const name = plainText(level.name, lang);
  const here = `/office/frameworks/${level.slug}`;
  return (
    <Page
      width="office"
      title={t('amendments:affected.title', { level: name })}
      lead={found ? t('amendments:affected.lead', { date: fmt.date(found.effectiveFrom) }) : undefined}
      crumbs={[
        { to: '/office/frameworks', label: t('amendments:list.title') },
        { to: here, label: t('amendments:book.title', { level: name }) },
      ]}
    >
      {found ? (
        <Found found={found} level={level} />
      ) : (
        <EmptyState
          title={t('amendments:affected.nothing')}
          action={<ButtonLink to={here}>{t('amendments:draft.back')}</ButtonLink>}
        >
          <p>{t('amendments:affected.nothing-text')}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function Found({ found, level }: { found: AffectedList; level: Level }) {
  const { t } = useT();
  const from = found.isDraft ? '' : `from=${found.effectiveFrom}`;
  const page = (after: string) =>
    `/office/frameworks/${level.slug}/affected?${[from, after].filter(Boolean).join('&')}`;
  return (
    <div className="stack stack-l">
      <Counts found={found} />
      <ul className="list measure">
        <li>{t('amendments:affected.running')}</li>
        <li>{t('amendments:affected.late-text')}</li>
        <li>{t('amendments:affected.awards-text')}</li>
      </ul>
      <AffectedTable found={found} />
      <Pagination next={found.next ? page(`after=${found.next}`) : null} />
    </div>
  );
}

function Counts({ found }: { found: AffectedList }) {
  const { t, fmt } = useT();
  const total = (rules: { points: { total: number } | null } | null) =>
    rules?.points ? fmt.number(rules.points.total) : '—';
  return (
    <Facts
      items={[
        { label: t('amendments:affected.due'), value: fmt.number(found.due) },
        { label: t('amendments:affected.late'), value: fmt.number(found.late) },
        { label: t('amendments:affected.awards'), value: fmt.number(found.openAwards) },
        {
          label: t('amendments:affected.points'),
          value: t('amendments:affected.from-to', { was: total(found.was), now: total(found.rules) }),
        },
        found.before ? { label: t('amendments:affected.before'), value: fmt.date(found.before) } : null,
      ]}
    />
  );
}
