import { useLoaderData } from '@remix-run/react';
import { listExternals } from '~/domain/externals/list-externals.server';
import type { ExternalFramework } from '~/domain/externals/types';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { FrameworkFacts, Level } from '~/domain/frameworks/types';
import { addDays } from '~/platform/local-date';
import type { Titles } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { OwnName } from '~/ui/people/own-name';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { refsOfSentences, refTitles } from '../learn/ref-titles.server';
import { OthersSection } from './externals/others-section';
import { LevelSection } from './qualifications-level';

type Ladder = { framework: FrameworkFacts; signatories: FrameworkFacts['signatories']; levels: Level[] };
type View = { ladders: Ladder[]; titles: Titles; others: ExternalFramework[] };

/** The earliest moment at which a local date can begin anywhere on earth. */
const earliestStart = (date: string): Date => new Date(Date.parse(`${date}T00:00:00Z`) - 14 * 3_600_000);

export const loader = cachedPublicLoader(async ({ ctx, validUntil }): Promise<View> => {
  const levels = await listLevels(ctx);
  const ladders = new Map<string, View['ladders'][number]>();
  for (const level of levels) {
    const { framework, ruleSets } = level;
    const today = ctx.clock.today(framework.zone);
    for (const { effectiveFrom } of ruleSets)
      if (effectiveFrom > today) validUntil(earliestStart(effectiveFrom));
    const { signatories } = framework;
    for (const day of signatories.flatMap(({ from, until }) => [from, ...(until ? [addDays(until, 1)] : [])]))
      if (day > today) validUntil(earliestStart(day));
    const inOffice = signatories.filter(({ from, until }) => from <= today && (!until || today <= until));
    const ladder = ladders.get(framework.id) ?? { framework, signatories: inOffice, levels: [] };
    if (level.ruleSet) ladder.levels.push(level);
    ladders.set(framework.id, ladder);
  }
  const refs = refsOfSentences(levels.flatMap(({ explanation }) => explanation));
  return {
    ladders: [...ladders.values()],
    titles: await refTitles(ctx, refs, levels),
    others: await listExternals(ctx),
  };
});

export const meta = pageMeta<View>((_view, t) => ({
  title: t('frameworks:page.title'),
  description: t('frameworks:page.description'),
}));

export default function Qualifications() {
  const { ladders, titles, others } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page title={t('frameworks:page.title')} lead={t('frameworks:page.lead')}>
      {ladders.length === 0 ? (
        <EmptyState
          title={t('frameworks:page.none')}
          action={<ButtonLink to="/courses">{t('frameworks:page.courses')}</ButtonLink>}
        >
          <p>{t('frameworks:page.none-text')}</p>
        </EmptyState>
      ) : (
        ladders.map(({ framework, signatories, levels }) => (
          <section key={framework.id} className="stack stack-l" aria-labelledby={`ladder-${framework.slug}`}>
            <h2 id={`ladder-${framework.slug}`}>
              <Text value={framework.name} />
            </h2>
            {levels.map((level) => (
              <LevelSection key={level.id} level={level} titles={titles} />
            ))}
            <Signatories signatories={signatories} />
          </section>
        ))
      )}
      <OthersSection others={others} />
    </Page>
  );
}

function Signatories({ signatories }: Pick<Ladder, 'signatories'>) {
  const { t } = useT();
  if (signatories.length === 0) return null;
  return (
    <section className="ruled stack stack-s">
      <h3>{t('frameworks:page.signatories')}</h3>
      <ul className="list">
        {signatories.map(({ name, office, organisation }) => (
          <li key={`${name}-${office.original}-${organisation.original}`}>
            <p className="strong">
              <OwnName>{name}</OwnName>
            </p>
            <p className="quiet">
              <Text value={office} quiet />, <Text value={organisation} quiet />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
