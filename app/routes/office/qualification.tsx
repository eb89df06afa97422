import { useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { listAppealsOf } from '~/domain/appeals/list-appeals-of.server';
import { takeBackForm } from '~/domain/applications/inputs';
import { listApplicationDecisions } from '~/domain/applications/list-application-decisions.server';
import { takeBackPoints } from '~/domain/applications/take-back-points.server';
import { findAcceptance, type LastAcceptance } from '~/domain/conduct/find-acceptance.server';
import { findPapers } from '~/domain/imports/find-papers.server';
import { listPoints } from '~/domain/ledger/list-points.server';
import type { LedgerEntry } from '~/domain/ledger/types';
import { getQualification, type QualificationView } from '~/domain/licensing/get-qualification.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import { answerForms, type SanctionInput, sanctionForms } from '~/domain/sanctions/inputs';
import { type AwardProposal, listAwardProposals } from '~/domain/sanctions/list-award-proposals.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { byTime, DecisionHistory, type HistoryEntry, wordsOf } from '~/ui/licensing/decision-history';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { appealEntries, proposalEntries } from './award-history';
import { AcceptedWords } from './conduct/accepted-words';
import { Components, Periods } from './periods-part';
import { PointsPart } from './points-part';
import { ProposalPart } from './proposal-part';
import { SanctionPart } from './sanction-part';

type View = QualificationView & {
  history: HistoryEntry[];
  points: LedgerEntry[];
  open: AwardProposal[];
  paper: Paper | null;
  accepted: LastAcceptance | null;
};
type Paper = { number: string | null };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getQualification(ctx, { qualificationId: params.qualification ?? '' });
  const { id: qualificationId, applicationIds, personId } = view.qualification;
  const proposals = view.isOwn ? [] : await listAwardProposals(ctx, { qualificationId });
  const decided = [...view.decisions];
  const history: HistoryEntry[] = decided.map((each) => ({ ...each, words: wordsOf(each) }));
  for (const applicationId of applicationIds)
    history.push(
      ...(await listApplicationDecisions(ctx, { applicationId })).map((each) => ({
        ...each,
        words: wordsOf(each),
      })),
    );
  const appeals = await listAppealsOf(ctx, { personId, id: qualificationId });
  const teller = { coach: view.holder.displayName, zone: view.level.framework.zone };
  history.push(...proposalEntries(proposals), ...appealEntries(appeals, teller));
  const points = await listPoints(ctx, { personId, frameworkId: view.level.framework.id });
  const periods = new Set(view.periods.map(({ facts }) => facts.periodId));
  const own = points.filter(({ periodId }) => periods.has(periodId));
  const open = proposals.filter(({ outcome }) => outcome === null);
  const [paper = null] = await findPapers(ctx, { qualificationId: view.qualification.id });
  const accepted = await findAcceptance(ctx, { personId, framework: view.level.framework });
  return { ...view, history: history.sort(byTime), points: own, open, paper, accepted };
});

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.qualification ?? '';
const doneAt = (args: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(args.ctx.lang, `/office/register/${idOf(args)}`);

const DONE = {
  revoke: 'licensing:done.revoked',
  suspend: 'licensing:done.suspended',
  lift: 'licensing:done.lifted',
  annul: 'sanctions:done.annulled',
  pause: 'sanctions:done.paused',
  resume: 'sanctions:done.resumed',
  correct: 'sanctions:done.corrected',
} as const;

/** One act of a registrar: done, or proposed where the level asks for two keys. */
const sanction = <Act extends keyof typeof DONE>(act: Act) => {
  const schema: z.ZodType<object> = sanctionForms[act];
  return form({
    schema,
    async run(args) {
      const order = { act, qualificationId: idOf(args), ...args.input } as SanctionInput;
      const { state } = await sanctionQualification(args.ctx, order);
      return {
        redirectTo: doneAt(args),
        flash: state === 'proposed' ? 'sanctions:done.proposed' : DONE[act],
      };
    },
  });
};

const answer = (said: 'confirm' | 'decline' | 'take-back') =>
  form({
    schema: answerForms[`${said}-proposal`],
    async run(args) {
      const { state } = await answerProposal(args.ctx, { answer: said, ...args.input });
      const flash = state === 'proposed' ? 'sanctions:done.proposed' : `sanctions:done.${said}`;
      return { redirectTo: doneAt(args), flash };
    },
  });

export const action = formActions({
  'take-back': form({
    schema: takeBackForm,
    async run(args) {
      await takeBackPoints(args.ctx, { qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'applications:done.taken-back' };
    },
  }),
  revoke: sanction('revoke'),
  suspend: sanction('suspend'),
  annul: sanction('annul'),
  lift: sanction('lift'),
  pause: sanction('pause'),
  resume: sanction('resume'),
  correct: sanction('correct'),
  'confirm-proposal': answer('confirm'),
  'decline-proposal': answer('decline'),
  'take-back-proposal': answer('take-back'),
});

export const meta = pageMeta((view: View) => ({
  title: view.holder.displayName,
  noindex: true,
}));

export default function Qualification() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.holder.displayName}
      lead={<Text value={view.level.name} quiet />}
      crumbs={[{ to: '/office/register', label: t('licensing:register.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <QualificationFacts view={view} />
          <Periods view={view} />
          <Components view={view} />
          <PointsPart view={view} points={view.points} />
          {view.isOwn ? null : (
            <p>
              <A to={`/office/unions/of/${view.qualification.personId}`} className="link target">
                {t('unions:open')}
              </A>
            </p>
          )}
          <DecisionHistory decisions={view.history} zone={view.level.framework.zone} />
        </div>
        <div className="stack stack-l">
          <ProposalPart view={view} proposals={view.open} />
          <section className="stack" aria-labelledby="sanctions">
            <h2 id="sanctions">{t('licensing:sanction.title')}</h2>
            <SanctionPart
              view={view}
              keysRequired={view.level.ruleSet?.keysRequired ?? 1}
              waiting={view.open}
            />
          </section>
        </div>
      </div>
    </Page>
  );
}

function QualificationFacts({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { holder, qualification, documents, periods, paper, accepted } = view;
  const current = periods.find(({ standing }) => standing.state !== 'future') ?? periods.at(-1);
  return (
    <Facts
      items={[
        current
          ? { label: t('licensing:column.state'), value: <StandingMark standing={current.standing} /> }
          : null,
        { label: t('licensing:case.latin'), value: <span lang="en">{holder.latinName}</span> },
        { label: t('licensing:record.awarded-on'), value: fmt.date(qualification.awardedOn) },
        documents.length > 0
          ? {
              label: t('licensing:column.number'),
              value: documents.map(({ serial, number, isReplaced }) => (
                <p key={serial}>
                  <A to={`/verify/${serial}`} className="link">
                    {number}
                  </A>
                  {isReplaced ? ` (${t('sanctions:correct.replaced')})` : ''}
                </p>
              )),
            }
          : null,
        paper
          ? {
              label: t('imports:paper.title'),
              value: `${t('imports:paper.number')}: ${paper.number ?? t('imports:paper.no-number')}`,
            }
          : null,
        accepted
          ? {
              label: t('conduct:short'),
              value: <AcceptedWords last={accepted} zone={view.level.framework.zone} />,
            }
          : null,
        qualification.applicationId
          ? {
              label: t('licensing:record.application'),
              value: (
                <A to={`/office/applications/${qualification.applicationId}`} className="link">
                  {t('shell:action.open')}
                </A>
              ),
            }
          : null,
      ]}
    />
  );
}
