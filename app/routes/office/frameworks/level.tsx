import { useLoaderData } from '@remix-run/react';
import { decideAmendment } from '~/domain/amendments/decide-amendment.server';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import { decisionForms, proposeForm, withdrawalForm, withdrawForm } from '~/domain/amendments/inputs';
import { openDraft } from '~/domain/amendments/open-draft.server';
import { proposeAmendment } from '~/domain/amendments/propose-amendment.server';
import { proposeWithdrawal } from '~/domain/amendments/propose-withdrawal.server';
import type { Rulebook } from '~/domain/amendments/types';
import { withdrawAmendment } from '~/domain/amendments/withdraw-amendment.server';
import { plainText } from '~/i18n/content';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceList } from '~/ui/frameworks/sentences';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { BeginPart, ClosedPart, ComingPart } from './book-parts';
import { bookTitles } from './book-titles.server';
import { beginForm } from './forms';
import { isDrawnOfBook, LostForm } from './lost-form';
import { OpenPart } from './open-part';

type View = Rulebook & { titles: Titles };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const book = await getRulebook(ctx, { level: params.level ?? '' });
  return { ...book, titles: await bookTitles(ctx, book) };
});

type At = Pick<LoadArgs, 'ctx' | 'params'>;
const levelOf = ({ params }: Pick<LoadArgs, 'params'>) => params.level ?? '';
const back = (args: At, page = '') => pagePath(args.ctx.lang, `/office/frameworks/${levelOf(args)}${page}`);

export const action = formActions({
  begin: form({
    schema: beginForm,
    async run(args) {
      await openDraft(args.ctx, { level: levelOf(args) });
      return { redirectTo: back(args, '/draft') };
    },
  }),
  propose: form({
    schema: proposeForm,
    async run(args) {
      await proposeAmendment(args.ctx, { level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.proposed' };
    },
  }),
  withdraw: form({
    schema: withdrawForm,
    async run(args) {
      await withdrawAmendment(args.ctx, { level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.withdrawn' };
    },
  }),
  'take-back': form({
    schema: withdrawalForm,
    async run(args) {
      await proposeWithdrawal(args.ctx, { level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.take-back' };
    },
  }),
  approve: form({
    schema: decisionForms.approve,
    async run(args) {
      await decideAmendment(args.ctx, { act: 'approve', level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.approved' };
    },
  }),
  return: form({
    schema: decisionForms.return,
    async run(args) {
      await decideAmendment(args.ctx, { act: 'return', level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.returned' };
    },
  }),
  refuse: form({
    schema: decisionForms.refuse,
    async run(args) {
      await decideAmendment(args.ctx, { act: 'refuse', level: levelOf(args), ...args.input });
      return { redirectTo: back(args), flash: 'amendments:done.refused' };
    },
  }),
});

export const meta = pageMeta<View>(({ level }, t, { lang }) => ({
  title: t('amendments:book.title', { level: plainText(level.name, lang) }),
  noindex: true,
}));

export default function LevelRules() {
  const book = useLoaderData<typeof loader>();
  const { t, fmt, lang } = useT();
  const { level, open, coming, closed, titles } = book;
  return (
    <Page
      width="office"
      title={t('amendments:book.title', { level: plainText(level.name, lang) })}
      lead={<Text value={level.framework.name} quiet />}
      crumbs={[{ to: '/office/frameworks', label: t('amendments:list.title') }]}
    >
      <div className="stack stack-l">
        <LostForm isDrawn={(sent) => isDrawnOfBook(book, sent)} />
        {open ? <OpenPart book={book} open={open} titles={titles} /> : <BeginPart book={book} />}
        {coming.map((each) => (
          <ComingPart key={each.rules.id} coming={each} book={book} titles={titles} />
        ))}
        <section className="ruled stack" aria-labelledby="in-force">
          <h2 id="in-force">
            {level.ruleSet
              ? t('amendments:book.in-force', { date: fmt.date(level.ruleSet.effectiveFrom) })
              : t('frameworks:errors.no-rules')}
          </h2>
          <SentenceList sentences={level.explanation} titles={titles} full />
          <p>
            <A to={`/qualifications#${level.slug}`} className="link">
              {t('amendments:book.public')}
            </A>
          </p>
          <p>
            <A to={`/office/frameworks/${level.slug}/signatories`} className="link">
              {t('signatories:title')}
            </A>
          </p>
          {book.mayAmend ? (
            <p>
              <A to={`/office/frameworks/${level.slug}/texts`} className="link">
                {t('amendments:texts.link')}
              </A>
            </p>
          ) : null}
        </section>
        <ClosedPart closed={closed} zone={level.framework.zone} />
      </div>
    </Page>
  );
}
