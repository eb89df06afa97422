import { useLoaderData } from '@remix-run/react';
import { getTechnique, type TechniquePageData } from '~/domain/lexicon/get-technique.server';
import { mayEditLexicon } from '~/domain/lexicon/policy';
import { findAboutTechnique } from '~/domain/search/find-about-technique.server';
import { plainText } from '~/i18n/content';
import type { FoundDocuments } from '~/platform/search/find-documents.server';
import { ClassDrawing } from '~/ui/drawings/class-drawing';
import { ButtonLink } from '~/ui/kit/button';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { MachineNote } from '~/ui/lexicon/machine-note';
import { RubyParts, readerName } from '~/ui/lexicon/technique-name';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { termData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { TechniqueFacts } from './technique-facts';
import { TechniqueNamesTable, TechniqueParts } from './technique-names';
import { RelatedTechniques } from './technique-related';
import { TechniqueRestrictions } from './technique-restrictions';
import { TechniqueTexts } from './technique-texts';

type View = {
  technique: TechniquePageData;
  found: FoundDocuments;
  mayEdit: boolean;
  name: string;
  meaning: string;
  kanji: string;
};

export const loader = cachedPublicLoader(async ({ ctx, params }): Promise<View> => {
  const found = await getTechnique(ctx, { id: params.id ?? '' });
  const technique = { ...found, aliases: found.aliases.filter(({ removedAt }) => !removedAt) };
  return {
    technique,
    found: await findAboutTechnique(ctx, { id: technique.id }),
    mayEdit: mayEditLexicon(ctx.actor),
    name: ctx.lang === 'ja' ? technique.names.kana : readerName(technique.names, ctx.lang),
    meaning: plainText(technique.meaning, ctx.lang),
    kanji: technique.names.kanji,
  };
});

export const meta = pageMeta<View>(({ name, meaning, kanji, technique }, t, at) => {
  const { id, names, aliases } = technique;
  const others = [...Object.values(names), ...aliases.map(({ text }) => text)];
  return {
    title: `${kanji} ${name}`,
    description: t('lexicon:technique.description', { name, meaning, kanji }),
    crumbs: [{ to: '/techniques', label: t('lexicon:list.title') }],
    data: [
      termData(at, {
        path: `/techniques/${id}`,
        name,
        description: meaning,
        otherNames: [...new Set(others)].filter((other) => other !== name),
        set: { name: t('lexicon:list.title'), path: '/techniques' },
      }),
    ],
  };
});

export default function Technique() {
  const { t, lang } = useT();
  const { technique, found, mayEdit } = useLoaderData<typeof loader>();
  const { names, parts, meaning, class: ofClass } = technique;
  return (
    <Page
      title=""
      bare
      crumbs={[
        { to: '/techniques', label: t('lexicon:list.title') },
        { to: `/techniques?class=${ofClass}`, label: t(`lexicon:class.${ofClass}`) },
      ]}
    >
      <div className="waza-head">
        <div>
          <h1>
            <RubyParts parts={parts} />
            {lang === 'ja' ? null : <span className="waza-name">{readerName(names, lang)}</span>}
          </h1>
          <p className="lead">
            <Text value={meaning} /> <MachineNote value={meaning} />
          </p>
        </div>
        <ClassDrawing of={ofClass} />
      </div>
      <TechniqueRestrictions restrictions={technique.restrictions} />
      <div className="waza-columns">
        <TechniqueNamesTable technique={technique} />
        <TechniqueFacts technique={technique} />
      </div>
      <TechniqueParts elements={technique.elements} />
      <RelatedTechniques technique={technique} />
      <TechniqueTexts id={technique.id} found={found} />
      {mayEdit ? (
        <p className="gap-top">
          <ButtonLink to={`/studio/lexicon/${technique.id}`} look="plain">
            {t('lexicon:technique.edit')}
          </ButtonLink>
        </p>
      ) : null}
      <Neighbours before={technique.before} after={technique.after} />
    </Page>
  );
}

function Neighbours({ before, after }: Pick<TechniquePageData, 'before' | 'after'>) {
  const { t } = useT();
  return (
    <nav className="waza-neighbours" aria-label={t('lexicon:technique.neighbours')}>
      {before ? <Neighbour label={t('lexicon:technique.before')} technique={before} rel="prev" /> : <span />}
      {after ? <Neighbour label={t('lexicon:technique.after')} technique={after} rel="next" /> : null}
    </nav>
  );
}

type NeighbourProps = {
  label: string;
  technique: NonNullable<TechniquePageData['before']>;
  rel: 'prev' | 'next';
};

function Neighbour({ label, technique: { id, names }, rel }: NeighbourProps) {
  const { lang } = useT();
  return (
    <A to={`/techniques/${id}`} rel={rel}>
      <small>{label}</small>
      <span>
        <span lang="ja">{names.kanji}</span> {lang === 'ja' ? null : readerName(names, lang)}
      </span>
    </A>
  );
}
