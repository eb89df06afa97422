import { useLoaderData } from '@remix-run/react';
import { takeBackForm } from '~/domain/applications/inputs';
import { listApplicationDecisions } from '~/domain/applications/list-application-decisions.server';
import { takeBackPoints } from '~/domain/applications/take-back-points.server';
import { findPapers } from '~/domain/imports/find-papers.server';
import { listPoints } from '~/domain/ledger/list-points.server';
import type { LedgerEntry } from '~/domain/ledger/types';
import { getQualification, type QualificationView } from '~/domain/licensing/get-qualification.server';
import { sanctionForms } from '~/domain/licensing/inputs';
import { sanctionQualification } from '~/domain/licensing/sanction-qualification.server';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { DecisionHistory, type HistoryEntry } from './decision-history';
import { Components, Periods } from './periods-part';
import { PointsPart } from './points-part';
import { SanctionPart } from './sanction-part';

type View = QualificationView & { history: HistoryEntry[]; points: LedgerEntry[]; paper: Paper | null };
type Paper = { number: string | null };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getQualification(ctx, { qualificationId: params.qualification ?? '' });
  const { applicationIds, personId } = view.qualification;
  const history: HistoryEntry[] = [...view.decisions];
  for (const applicationId of applicationIds)
    history.push(...(await listApplicationDecisions(ctx, { applicationId })));
  const points = await listPoints(ctx, { personId, frameworkId: view.level.framework.id });
  const periods = new Set(view.periods.map(({ facts }) => facts.periodId));
  const own = points.filter(({ periodId }) => periods.has(periodId));
  const [paper = null] = await findPapers(ctx, { qualificationId: view.qualification.id });
  return { ...view, history: history.sort(byTime), points: own, paper };
});

const byTime = (a: HistoryEntry, b: HistoryEntry): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1);

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.qualification ?? '';
const doneAt = (args: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(args.ctx.lang, `/office/register/${idOf(args)}`);

export const action = formActions({
  'take-back': form({
    schema: takeBackForm,
    async run(args) {
      await takeBackPoints(args.ctx, { qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'applications:done.taken-back' };
    },
  }),
  revoke: form({
    schema: sanctionForms.revoke,
    async run(args) {
      await sanctionQualification(args.ctx, { act: 'revoke', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'licensing:done.revoked' };
    },
  }),
  suspend: form({
    schema: sanctionForms.suspend,
    async run(args) {
      await sanctionQualification(args.ctx, { act: 'suspend', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'licensing:done.suspended' };
    },
  }),
  lift: form({
    schema: sanctionForms.lift,
    async run(args) {
      await sanctionQualification(args.ctx, { act: 'lift', qualificationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'licensing:done.lifted' };
    },
  }),
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
          <QualificationFacts view={view} paper={view.paper} />
          <Periods view={view} />
          <Components view={view} />
          <PointsPart view={view} points={view.points} />
          <DecisionHistory decisions={view.history} zone={view.level.framework.zone} />
        </div>
        <section className="stack" aria-labelledby="sanctions">
          <h2 id="sanctions">{t('licensing:sanction.title')}</h2>
          <SanctionPart view={view} />
        </section>
      </div>
    </Page>
  );
}

function QualificationFacts({ view, paper }: { view: QualificationView; paper: Paper | null }) {
  const { t, fmt } = useT();
  const { holder, qualification, documents, periods } = view;
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
              value: documents.map(({ serial, number }) => (
                <p key={serial}>
                  <A to={`/verify/${serial}`} className="link">
                    {number}
                  </A>
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
