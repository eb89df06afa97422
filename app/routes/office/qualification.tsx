import { useLoaderData } from '@remix-run/react';
import { listApplicationDecisions } from '~/domain/applications/list-application-decisions.server';
import { getQualification, type QualificationView } from '~/domain/licensing/get-qualification.server';
import { sanctionForms } from '~/domain/licensing/inputs';
import { sanctionQualification } from '~/domain/licensing/sanction-qualification.server';
import { plainText } from '~/i18n/content';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { DecisionHistory, type HistoryEntry } from './decision-history';
import { SanctionPart } from './sanction-part';

type View = QualificationView & { history: HistoryEntry[] };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getQualification(ctx, { qualificationId: params.qualification ?? '' });
  const { applicationId } = view.qualification;
  const before = applicationId ? await listApplicationDecisions(ctx, { applicationId }) : [];
  return { ...view, history: [...before, ...view.decisions].sort(byTime) };
});

const byTime = (a: HistoryEntry, b: HistoryEntry): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1);

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.qualification ?? '';
const doneAt = (args: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(args.ctx.lang, `/office/register/${idOf(args)}`);

export const action = formActions({
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
          <QualificationFacts view={view} />
          <Periods view={view} />
          <Components view={view} />
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

function QualificationFacts({ view }: { view: QualificationView }) {
  const { t, fmt } = useT();
  const { holder, qualification, documents, periods } = view;
  const current = periods[0];
  return (
    <Facts
      items={[
        current
          ? { label: t('licensing:column.state'), value: <StandingMark standing={current.standing} /> }
          : null,
        { label: t('licensing:case.latin'), value: <span lang="en">{holder.latinName}</span> },
        { label: t('licensing:record.awarded-on'), value: fmt.date(qualification.awardedOn) },
        ...documents.map(({ serial, number }) => ({
          label: t('licensing:column.number'),
          value: (
            <A to={`/verify/${serial}`} className="link">
              {number}
            </A>
          ),
        })),
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

function Periods({ view }: { view: QualificationView }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('licensing:record.periods')}
      rows={view.periods}
      rowKey={({ facts }) => facts.periodId}
      columns={[
        {
          key: 'no',
          header: t('licensing:record.no'),
          names: true,
          cell: ({ facts }) => fmt.number(facts.no),
        },
        { key: 'from', header: t('licensing:record.from'), cell: ({ facts }) => fmt.shortDate(facts.from) },
        {
          key: 'until',
          header: t('licensing:column.until'),
          cell: ({ facts }) => fmt.shortDate(facts.until),
        },
        {
          key: 'window',
          header: t('licensing:record.window'),
          cell: ({ facts }) => (facts.windowOpens ? fmt.shortDate(facts.windowOpens) : ''),
        },
        {
          key: 'grace',
          header: t('licensing:record.grace'),
          cell: ({ facts }) => (facts.graceUntil ? fmt.shortDate(facts.graceUntil) : ''),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ standing }) => <StandingMark standing={standing} />,
        },
      ]}
    />
  );
}

function Components({ view }: { view: QualificationView }) {
  const { t, fmt, lang } = useT();
  const rules = view.level.ruleSets.flatMap(({ components }) => components);
  const nameOf = (kind: string) => {
    const rule = rules.find((each) => each.kind === kind);
    return rule ? plainText(rule.name, lang) : kind;
  };
  return (
    <Table
      caption={t('licensing:record.components')}
      rows={view.components}
      rowKey={({ kind, from, until }) => `${kind}-${from}-${until}`}
      columns={[
        {
          key: 'kind',
          header: t('licensing:record.component'),
          names: true,
          cell: ({ kind }) => nameOf(kind),
        },
        { key: 'from', header: t('licensing:record.from'), cell: ({ from }) => fmt.shortDate(from) },
        { key: 'until', header: t('licensing:column.until'), cell: ({ until }) => fmt.shortDate(until) },
      ]}
    />
  );
}
