import { useLoaderData } from '@remix-run/react';
import { appealForms } from '~/domain/appeals/inputs';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { appealableUntil, standingSanctions } from '~/domain/appeals/policy';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import type { Appeal } from '~/domain/appeals/types';
import { getQualification, type QualificationView } from '~/domain/licensing/get-qualification.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import { askOffice } from '~/domain/sanctions/ask-office.server';
import { answerForms, surrenderSchema, wishForms } from '~/domain/sanctions/inputs';
import { listOwnProposals } from '~/domain/sanctions/list-own-proposals.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Wish } from '~/domain/sanctions/types';
import { plainText } from '~/i18n/content';
import { AppealPart } from '~/ui/appeals/appeal-part';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { DecisionHistory, wordsOf } from '~/ui/licensing/decision-history';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { OwnActs } from './own-acts';

export type OwnAward = QualificationView & {
  appeals: Appeal[];
  /** Last days for appeals, by decision. */
  appealable: Record<string, string>;
  /** What was asked of the office, the oldest first. */
  wishes: Wish[];
  title: string;
};

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.qualification ?? '';

export const loader = signedInLoader(async ({ ctx, params }): Promise<OwnAward> => {
  const qualificationId = idOf({ params });
  const view = await getQualification(ctx, { qualificationId, as: 'holder' });
  const proposals = await listOwnProposals(ctx);
  const title = plainText(view.level.name, ctx.lang);
  const wishes = proposals.filter((each) => each.qualificationId === qualificationId);
  const { zone } = view.level.framework;
  const reader = { today: view.today, accountId: ctx.actor?.accountId ?? '' };
  const standing = standingSanctions(view.decisions, view.qualification, reader);
  const appealable = appealableUntil(standing, { zone, today: view.today });
  return { ...view, appeals: await listOwnAppeals(ctx), appealable, wishes, title };
});

const doneAt = (args: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(args.ctx.lang, `/me/awards/${idOf(args)}`);

export const action = formActions({
  appeal: form({
    schema: appealForms.award,
    async run(args) {
      await submitAppeal(args.ctx, { against: 'award', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'appeals:done.submitted' };
    },
  }),
  pause: form({
    schema: wishForms.pause,
    async run(args) {
      await askOffice(args.ctx, { act: 'pause', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'sanctions:done.pause-asked' };
    },
  }),
  correct: form({
    schema: wishForms.correct,
    async run(args) {
      await askOffice(args.ctx, { act: 'correct', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'sanctions:done.correction-asked' };
    },
  }),
  'take-back-proposal': form({
    schema: answerForms['take-back-proposal'],
    async run(args) {
      await answerProposal(args.ctx, { answer: 'take-back', ...args.input });
      return { redirectTo: doneAt(args), flash: 'sanctions:done.take-back' };
    },
  }),
  surrender: form({
    schema: surrenderSchema.omit({ qualificationId: true }),
    async run(args) {
      await surrenderQualification(args.ctx, { qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'sanctions:done.surrendered' };
    },
  }),
});

export const meta = pageMeta((view: OwnAward) => ({ title: view.title, noindex: true }));

export default function OwnAwardPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      title={<Text value={view.level.name} />}
      crumbs={[{ to: '/me/qualifications', label: t('licensing:mine.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <Now view={view} />
          <History view={view} />
        </div>
        <OwnActs view={view} />
      </div>
    </Page>
  );
}

/** What is held today, and until when. */
function Now({ view }: { view: OwnAward }) {
  const { t, fmt } = useT();
  const current = view.periods.find(({ standing }) => standing.state !== 'future') ?? view.periods.at(-1);
  if (!current) return null;
  const { facts, standing } = current;
  return (
    <section className="stack stack-s">
      <StandingMark standing={standing} />
      <p className="num">
        {t('licensing:mine.dates', { from: fmt.date(facts.from), until: fmt.date(facts.until) })}
      </p>
      {facts.pausedDays > 0 ? <p>{t('sanctions:own.moved', { count: facts.pausedDays })}</p> : null}
      {view.documents
        .filter(({ isReplaced }) => !isReplaced)
        .map(({ serial, number }) => (
          <p key={serial}>
            <A to={`/verify/${serial}`} className="link target">
              {t('licensing:mine.document', { number })}
            </A>
          </p>
        ))}
    </section>
  );
}

function History({ view }: { view: OwnAward }) {
  const { zone } = view.level.framework;
  const entries = view.decisions.map((each) => ({ ...each, words: wordsOf(each) }));
  return (
    <DecisionHistory
      decisions={entries}
      zone={zone}
      beneath={({ id }) => (
        <AppealPart
          appeal={view.appeals.find(({ decisionId }) => decisionId === id)}
          until={view.appealable[id] ?? null}
          target={{ name: 'decisionId', id }}
          zone={zone}
        />
      )}
    />
  );
}
