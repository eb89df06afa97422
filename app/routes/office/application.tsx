import { useLoaderData } from '@remix-run/react';
import { listAppealsOf } from '~/domain/appeals/list-appeals-of.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { type ApplicationView, getApplication } from '~/domain/applications/get-application.server';
import { decisionForms } from '~/domain/applications/inputs';
import type { ApplicationKind } from '~/domain/applications/types';
import { LANG_NAMES } from '~/i18n/locales';
import { ApplicationMark } from '~/ui/applications/application-mark';
import { FindingSteps, type Titles } from '~/ui/applications/finding-steps';
import { RenewalNeeds } from '~/ui/applications/renewal-needs';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { byTime, DecisionHistory, type HistoryEntry, wordsOf } from '~/ui/licensing/decision-history';
import { Page } from '~/ui/shell/page';
import type { LoadArgs } from '~/web/handlers.server';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfFindings, refTitles } from '../learn/ref-titles.server';
import { ApplicationEvidence } from './application-evidence';
import { appealEntries } from './award-history';
import { DecisionPart } from './decision-part';

type View = ApplicationView & { titles: Titles; history: HistoryEntry[] };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getApplication(ctx, { applicationId: params.id ?? '' });
  const { id, kind, personId } = view.application;
  const appeals = await listAppealsOf(ctx, { personId, id });
  const history = [
    ...view.decisions.map((each) => ({ ...each, words: wordsOf({ act: each.act, kind }) })),
    ...appealEntries(appeals, { coach: view.holder.displayName, zone: view.level.framework.zone }),
  ].sort(byTime);
  return { ...view, history, titles: await refTitles(ctx, refsOfFindings(view.findings), view.ladder) };
});

const doneAt = ({ ctx, params }: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(ctx.lang, `/office/applications/${params.id ?? ''}`);
const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.id ?? '';

const FLASHES = {
  award: { proposed: 'licensing:done.proposed', awarded: 'licensing:done.awarded' },
  renewal: { proposed: 'applications:done.proposed', awarded: 'applications:done.renewed' },
} as const;

const flashOf = ({ kind }: { kind: ApplicationKind }, state: 'proposed' | 'awarded') => FLASHES[kind][state];

export const action = formActions({
  propose: form({
    schema: decisionForms.propose,
    async run(args) {
      const done = await decideApplication(args.ctx, {
        act: 'propose',
        applicationId: idOf(args),
        ...args.input,
      });
      return { redirectTo: doneAt(args), flash: flashOf(done, 'proposed') };
    },
  }),
  confirm: form({
    schema: decisionForms.confirm,
    async run(args) {
      const done = await decideApplication(args.ctx, {
        act: 'confirm',
        applicationId: idOf(args),
        ...args.input,
      });
      return { redirectTo: doneAt(args), flash: flashOf(done, 'awarded') };
    },
  }),
  return: form({
    schema: decisionForms.return,
    async run(args) {
      await decideApplication(args.ctx, { act: 'return', applicationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'licensing:done.returned' };
    },
  }),
  refuse: form({
    schema: decisionForms.refuse,
    async run(args) {
      await decideApplication(args.ctx, { act: 'refuse', applicationId: idOf(args), ...args.input });
      return { redirectTo: doneAt(args), flash: 'licensing:done.refused' };
    },
  }),
});

export const meta = pageMeta((view: View) => ({ title: view.holder.displayName, noindex: true }));

export default function Application() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.holder.displayName}
      lead={<Text value={view.level.name} quiet />}
      crumbs={[{ to: '/office/applications', label: t('licensing:queue.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <ApplicationFacts view={view} />
          <Needs view={view} />
          <ApplicationEvidence rows={view.evidence} />
          <DecisionHistory decisions={view.history} zone={view.level.framework.zone} />
        </div>
        <section className="stack" aria-labelledby="decide">
          <h2 id="decide">{t('licensing:case.decide')}</h2>
          <DecisionPart view={view} />
        </section>
      </div>
    </Page>
  );
}

/** What is asked for; of a renewal only while it is possible. */
function Needs({ view }: { view: View }) {
  const { t } = useT();
  const { application, renewal, findings, isReady, titles } = view;
  if (application.kind === 'renewal' && !renewal) return null;
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{isReady ? t('licensing:case.all-met') : t('licensing:case.something-missing')}</h2>
      {renewal ? (
        <RenewalNeeds renewal={renewal} titles={titles} />
      ) : (
        <FindingSteps findings={findings} titles={titles} />
      )}
    </section>
  );
}

function ApplicationFacts({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { application, state, holder, level, awarded, keysRequired } = view;
  return (
    <Facts
      items={[
        {
          label: t('licensing:column.state'),
          value: <ApplicationMark kind={application.kind} state={state} />,
        },
        { label: t('applications:kind.label'), value: t(`applications:kind.${application.kind}`) },
        { label: t('licensing:case.latin'), value: <span lang="en">{holder.latinName}</span> },
        {
          label: t('licensing:column.submitted'),
          value: fmt.dateTime(application.submittedAt, level.framework.zone),
        },
        {
          label: t('licensing:apply.languages'),
          value: fmt.list(application.languages.map((lang) => LANG_NAMES[lang].own)),
        },
        {
          label: t('licensing:case.keys'),
          value: t(keysRequired === 2 ? 'frameworks:rule.two-keys' : 'frameworks:rule.one-key'),
        },
        { label: t('licensing:apply.note'), value: application.note },
        awarded
          ? {
              label: t('licensing:case.award'),
              value: (
                <A to={`/office/register/${awarded.qualificationId}`} className="link">
                  {awarded.document?.number ?? t('licensing:case.to-register')}
                </A>
              ),
            }
          : null,
      ]}
    />
  );
}
