import { useLoaderData } from '@remix-run/react';
import { confirmAllowance } from '~/domain/appeals/confirm-allowance.server';
import { decideAppeal } from '~/domain/appeals/decide-appeal.server';
import { type AppealView, getAppeal } from '~/domain/appeals/get-appeal.server';
import { confirmAllowanceForm, decideAppealForm } from '~/domain/appeals/inputs';
import { Confirm } from '~/ui/kit/confirm';
import { Facts } from '~/ui/kit/facts';
import { Field, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

export const loader = signedInLoader(({ ctx, params }) => getAppeal(ctx, { appealId: params.appeal ?? '' }));

const decide = (outcome: 'allowed' | 'dismissed') =>
  form({
    schema: decideAppealForm,
    async run({ ctx, input, params }) {
      const appealId = params.appeal ?? '';
      const { state } = await decideAppeal(ctx, { appealId, outcome, ...input });
      return {
        redirectTo: pagePath(ctx.lang, `/office/appeals/${appealId}`),
        flash: state === 'proposed' ? 'appeals:done.proposed' : `appeals:done.${outcome}`,
      };
    },
  });

const confirm = form({
  schema: confirmAllowanceForm,
  async run({ ctx, params }) {
    const appealId = params.appeal ?? '';
    await confirmAllowance(ctx, { appealId });
    return { redirectTo: pagePath(ctx.lang, `/office/appeals/${appealId}`), flash: 'appeals:done.allowed' };
  },
});

export const action = formActions({ allow: decide('allowed'), dismiss: decide('dismissed'), confirm });

export const meta = pageMeta((view: AppealView) => ({ title: view.holder.displayName, noindex: true }));

export default function AppealPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.holder.displayName}
      lead={<Text value={view.level.name} quiet />}
      crumbs={[{ to: '/office/appeals', label: t('appeals:queue.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <section className="stack" aria-labelledby="text">
            <h2 id="text">{t('appeals:case.text')}</h2>
            <blockquote className="measure">{view.appeal.text}</blockquote>
          </section>
          <Appealed view={view} />
        </div>
        <section className="stack" aria-labelledby="decide">
          <h2 id="decide">{t('appeals:case.decide')}</h2>
          <Deciding view={view} />
        </section>
      </div>
    </Page>
  );
}

function recordOf({ qualificationId, requestId, applicationId }: AppealView['appeal']): string {
  if (qualificationId) return `/office/register/${qualificationId}`;
  return requestId ? `/office/equivalences/requests/${requestId}` : `/office/applications/${applicationId}`;
}

function Appealed({ view }: { view: AppealView }) {
  const { t, fmt } = useT();
  const { appeal, decision, level } = view;
  const { zone } = level.framework;
  const record = recordOf(appeal);
  return (
    <section className="stack" aria-labelledby="decision">
      <h2 id="decision">{t('appeals:case.decision')}</h2>
      <Facts
        items={[
          { label: t('appeals:queue.what'), value: t(`appeals:kind.${appeal.kind}`) },
          { label: t('appeals:queue.at'), value: fmt.dateTime(appeal.submittedAt, zone) },
          {
            label: t('licensing:case.decisions'),
            value: `${decision.actorName}, ${fmt.dateTime(decision.recordedAt, zone)}`,
          },
          decision.proposerName ? { label: t('sanctions:queue.by'), value: decision.proposerName } : null,
          decision.reason
            ? { label: t('licensing:decide.reason'), value: t.dynamic(`licensing:why.${decision.reason}`) }
            : null,
          decision.document ? { label: t('licensing:sanction.document'), value: decision.document } : null,
          decision.legalBasis ? { label: t('sanctions:legal-basis'), value: decision.legalBasis } : null,
          decision.note ? { label: t('licensing:decide.note'), value: decision.note } : null,
          {
            label: t('appeals:case.record'),
            value: (
              <A to={record} className="link">
                {t('shell:action.open')}
              </A>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The decision on the appeal, or the forms for it; whoever may not decide it is told so. */
function Deciding({ view }: { view: AppealView }) {
  const { t, fmt } = useT();
  const { appeal, isOwn, tookPart, deciderName, level } = view;
  if (appeal.outcome && appeal.closedAt) {
    const date = fmt.dateTime(appeal.closedAt, level.framework.zone);
    return (
      <>
        <p className="strong">{t(`appeals:history.${appeal.outcome}`)}</p>
        <p className="quiet">{t('appeals:case.decided-by', { name: deciderName ?? '', date })}</p>
        <p>{appeal.document}</p>
        <blockquote className="measure">{appeal.answer}</blockquote>
      </>
    );
  }
  if (isOwn || tookPart) {
    return (
      <Notice>
        <p>{t(isOwn ? 'licensing:errors.own-record' : 'appeals:errors.took-part')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      {appeal.proposal ? (
        <Proposed view={view} proposal={appeal.proposal} />
      ) : (
        <DecideForm act="allow" view={view} />
      )}
      <DecideForm act="dismiss" view={view} />
    </div>
  );
}

type ProposedProps = { view: AppealView; proposal: NonNullable<AppealView['appeal']['proposal']> };

/** What a first registrar proposed; another one confirms it as it stands. */
function Proposed({ view, proposal }: ProposedProps) {
  const { t, fmt } = useT();
  const state = useFormState('confirm');
  const date = fmt.dateTime(proposal.proposedAt, view.level.framework.zone);
  return (
    <article className="card stack">
      <h3>{t('appeals:case.proposed')}</h3>
      <p className="quiet">{t('appeals:case.decided-by', { name: view.allowerName ?? '', date })}</p>
      <p>{proposal.document}</p>
      <blockquote className="measure">{proposal.answer}</blockquote>
      {view.isOwnProposal ? (
        <p>{t('sanctions:proposal.own')}</p>
      ) : (
        <Confirm summary={t('sanctions:answer.confirm.open')} open={state !== undefined}>
          <p>{t(`appeals:decide.allow.${view.appeal.kind}`)}</p>
          <Form intent="confirm" state={state}>
            <SubmitButton>{t('sanctions:answer.confirm.submit')}</SubmitButton>
          </Form>
        </Confirm>
      )}
    </article>
  );
}

function DecideForm({ act, view }: { act: 'allow' | 'dismiss'; view: AppealView }) {
  const { t } = useT();
  const state = useFormState(act);
  const isProposed = act === 'allow' && view.keys === 2;
  return (
    <Confirm summary={t(`appeals:decide.${act}.open`)} danger={act === 'dismiss'} open={state !== undefined}>
      <p>
        {t(act === 'allow' ? `appeals:decide.allow.${view.appeal.kind}` : 'appeals:decide.dismiss.preview')}
      </p>
      {isProposed ? <p className="strong">{t('sanctions:propose.preview')}</p> : null}
      <Form intent={act} state={state}>
        <Field
          name="document"
          label={t('appeals:case.document')}
          hint={t('licensing:sanction.document-hint')}
          maxLength={200}
        />
        <TextAreaField name="answer" label={t('appeals:case.answer')} rows={4} maxLength={4000} />
        <SubmitButton look={act === 'dismiss' ? 'danger' : 'main'}>
          {t(isProposed ? 'sanctions:propose.submit' : `appeals:decide.${act}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
