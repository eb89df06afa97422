import { useLoaderData } from '@remix-run/react';
import { proposeForm } from '~/domain/equivalences/inputs';
import { type BlankProposal, openProposal } from '~/domain/equivalences/open-proposal.server';
import { proposeEquivalence } from '~/domain/equivalences/propose-equivalence.server';
import { plainText } from '~/i18n/content';
import type { Titles } from '~/ui/applications/finding-steps';
import { SelectField, SubmitButton } from '~/ui/kit/field';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfSentences, refTitles } from '../../learn/ref-titles.server';
import { readFilter } from '../filter';
import { ProposeForm } from './propose-form';

const NAMES = ['external', 'level'] as const;

type View = { blank: BlankProposal; titles: Titles };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const blank = await openProposal(ctx, readFilter(url, NAMES));
  const refs = refsOfSentences((blank.chosen?.countable ?? []).map(({ sentence }) => sentence));
  return { blank, titles: await refTitles(ctx, refs, blank.ladder) };
});

export const action = formAction({
  schema: proposeForm,
  async run({ ctx, input }) {
    const { equivalenceId } = await proposeEquivalence(ctx, input);
    return {
      redirectTo: pagePath(ctx.lang, `/office/equivalences/${equivalenceId}`),
      flash: 'equivalences:done.proposed',
    };
  },
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('equivalences:new.title'), noindex: true }));

export default function NewEquivalence() {
  const { blank, titles } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="text"
      title={t('equivalences:new.title')}
      lead={t('equivalences:new.lead')}
      crumbs={[{ to: '/office/equivalences', label: t('equivalences:list.title') }]}
    >
      <div className="stack stack-l">
        <Sides blank={blank} />
        {blank.chosen ? <ProposeForm blank={blank} chosen={blank.chosen} titles={titles} /> : null}
      </div>
    </Page>
  );
}

/** Both sides first, in the address: what may be counted depends on them. */
function Sides({ blank: { families, levels, chosen } }: { blank: BlankProposal }) {
  const { t, lang } = useT();
  return (
    <form className="form">
      <SelectField
        name="external"
        label={t('equivalences:new.external')}
        value={chosen?.external ?? ''}
        empty={t('shell:form.choose')}
        options={families.flatMap((family) =>
          family.levels.map(({ slug, name }) => ({
            value: slug,
            label: `${plainText(family.name, lang)}: ${plainText(name, lang)}`,
          })),
        )}
      />
      <SelectField
        name="level"
        label={t('equivalences:new.level')}
        value={chosen?.level.slug ?? ''}
        empty={t('shell:form.choose')}
        options={levels.map(({ slug, name }) => ({ value: slug, label: plainText(name, lang) }))}
      />
      <SubmitButton look="plain">{t('equivalences:new.choose')}</SubmitButton>
    </form>
  );
}
