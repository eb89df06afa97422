import { useLoaderData } from '@remix-run/react';
import { listInForce } from '~/domain/equivalences/list-in-force.server';
import { getExternal } from '~/domain/externals/get-external.server';
import type { ExternalFramework } from '~/domain/externals/types';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { plainText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { addDays, type LocalDate } from '~/platform/local-date';
import type { Titles } from '~/ui/applications/finding-steps';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { refsOfSentences, refTitles } from '../../learn/ref-titles.server';
import { CountsFor } from './counts-for';
import { type ShownEquivalence, shownEquivalences } from './shown.server';

type View = {
  external: ExternalFramework;
  country: string | null;
  counts: ShownEquivalence[];
  titles: Titles;
  title: string;
};

/** Said on the server: browsers lack the Kazakh names. */
const countryName = (code: string | null, lang: Lang): string | null =>
  code === null ? null : (new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code);

/** The earliest moment at which a local date can begin anywhere on earth. */
const earliestStart = (date: LocalDate): Date => new Date(Date.parse(`${date}T00:00:00Z`) - 14 * 3_600_000);

export const loader = cachedPublicLoader(async ({ ctx, params, validUntil }): Promise<View> => {
  const external = await getExternal(ctx, { slug: params.external ?? '' });
  const levels = await listLevels(ctx);
  const on = ctx.clock.today(levels[0]?.framework.zone ?? 'UTC');
  const externals = external.levels.map(({ slug }) => slug);
  const inForce = await listInForce(ctx, { externals, on, withComing: true });
  for (const each of inForce) {
    if (each.begins > on) validUntil(earliestStart(each.begins));
    if (each.validUntil) validUntil(earliestStart(addDays(each.validUntil, 1)));
  }
  const counts = await shownEquivalences(ctx, inForce, levels);
  const refs = refsOfSentences(counts.flatMap(({ sentences }) => sentences));
  const titles = await refTitles(ctx, refs, levels);
  const country = countryName(external.country, ctx.lang);
  return { external, country, counts, titles, title: plainText(external.name, ctx.lang) };
});

export const meta = pageMeta<View>(({ title }, t) => ({
  title,
  description: t('externals:one.description', { name: title }),
}));

export default function External() {
  const { external, country, counts, titles } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      title={<Text value={external.name} />}
      lead={t('externals:list.lead')}
      crumbs={[{ to: '/qualifications', label: t('frameworks:page.title') }]}
    >
      <div className="stack stack-l">
        <About external={external} country={country} />
        <section className="stack" aria-labelledby="levels">
          <h2 id="levels">{t('externals:one.levels')}</h2>
          <ul className="list">
            {external.levels.map((level) => (
              <li key={level.slug} id={level.slug} className="stack stack-s">
                <h3>
                  <Text value={level.name} />
                </h3>
                <Text value={level.note} as="p" className="measure quiet" quiet />
                <CountsFor counts={counts.filter((each) => each.external === level.slug)} titles={titles} />
              </li>
            ))}
          </ul>
        </section>
        <p className="measure">
          {t('externals:one.hand-in')}{' '}
          <A to="/me/evidence/new" className="link">
            {t('claims:mine.hand-in')}
          </A>
        </p>
      </div>
    </Page>
  );
}

function About({ external: { issuer, source, note }, country }: Pick<View, 'external' | 'country'>) {
  const { t } = useT();
  return (
    <>
      <Text value={note} as="p" className="measure" />
      <Facts
        items={[
          { label: t('externals:one.issuer'), value: <Text value={issuer} quiet /> },
          {
            label: t('externals:one.country'),
            value: country ?? t('externals:one.international'),
          },
          {
            label: t('externals:one.source'),
            value: (
              <a href={source} rel="noreferrer" className="link">
                {new URL(source).hostname}
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
