import { useLoaderData } from '@remix-run/react';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import { type EquivalenceView, getEquivalence } from '~/domain/equivalences/get-equivalence.server';
import { decideForms } from '~/domain/equivalences/inputs';
import type { EquivalenceAct } from '~/domain/equivalences/types';
import { plainText } from '~/i18n/content';
import type { Titles } from '~/ui/applications/finding-steps';
import { EquivalenceMark } from '~/ui/equivalences/equivalence-mark';
import { RequirementWords } from '~/ui/equivalences/requirement-words';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfSentences, refTitles } from '../../learn/ref-titles.server';
import { ActsPart } from './acts-part';

type View = EquivalenceView & { titles: Titles; title: string };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getEquivalence(ctx, { equivalenceId: params.equivalence ?? '' });
  const refs = refsOfSentences(view.requirements.flatMap(({ sentence }) => sentence ?? []));
  const titles = await refTitles(ctx, refs, view.ladder);
  return { ...view, titles, title: plainText(view.paper.name, ctx.lang) };
});

const FLASHES = {
  confirm: 'equivalences:done.confirm',
  refuse: 'equivalences:done.refuse',
  withdraw: 'equivalences:done.withdraw',
  end: 'equivalences:done.end',
} as const;

const decide = (act: EquivalenceAct) =>
  form({
    schema: decideForms[act],
    async run({ ctx, input, params }) {
      const equivalenceId = params.equivalence ?? '';
      await decideEquivalence(ctx, { equivalenceId, act, ...input });
      return {
        redirectTo: pagePath(ctx.lang, `/office/equivalences/${equivalenceId}`),
        flash: FLASHES[act],
      };
    },
  });

export const action = formActions({
  confirm: decide('confirm'),
  refuse: decide('refuse'),
  withdraw: decide('withdraw'),
  end: decide('end'),
});

export const meta = pageMeta<View>(({ title }) => ({ title, noindex: true }));

export default function Equivalence() {
  const view = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const { paper, level } = view;
  return (
    <Page
      width="office"
      title={<Text value={paper.name} />}
      lead={t('equivalences:one.lead', { level: plainText(level.name, lang) })}
      crumbs={[{ to: '/office/equivalences', label: t('equivalences:list.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <CountsPart view={view} />
          <EquivalenceFacts view={view} />
        </div>
        <ActsPart view={view} />
      </div>
    </Page>
  );
}

/** What counts as met, in sentences. */
function CountsPart({ view: { requirements, equivalence, titles } }: { view: View }) {
  const { t } = useT();
  return (
    <section className="stack" aria-labelledby="counts">
      <h2 id="counts">{t('equivalences:field.counts')}</h2>
      <ul className="list">
        {requirements.map(({ key, sentence }) => (
          <li key={key}>
            {sentence ? (
              <RequirementWords sentence={sentence} titles={titles} />
            ) : (
              <span className="quiet">{t('equivalences:one.no-longer-asked', { key })}</span>
            )}
          </li>
        ))}
      </ul>
      <Text value={equivalence.conditions} as="p" className="measure" />
    </section>
  );
}

function EquivalenceFacts({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { equivalence, state, family, level, begins, people, proposerName } = view;
  const { validFrom, validUntil, document, reason, proposedAt } = equivalence;
  return (
    <Facts
      items={[
        { label: t('licensing:column.state'), value: <EquivalenceMark state={state} /> },
        {
          label: t('equivalences:list.paper'),
          value: (
            <A to={`/qualifications/others/${family.slug}`} className="link">
              <Text value={family.name} quiet />
            </A>
          ),
        },
        {
          label: t(begins ? 'equivalences:one.begins' : 'equivalences:field.valid-from'),
          value: fmt.date(begins ?? validFrom),
        },
        {
          label: t('equivalences:field.valid-until'),
          value: validUntil ? fmt.date(validUntil) : t('evidence:mine.for-ever'),
        },
        { label: t('equivalences:one.people'), value: t('equivalences:one.people-count', { count: people }) },
        { label: t('equivalences:field.document'), value: document },
        { label: t('equivalences:field.reason'), value: reason },
        {
          label: t('equivalences:one.proposed'),
          value: `${proposerName}, ${fmt.dateTime(proposedAt, level.framework.zone)}`,
        },
      ]}
    />
  );
}
