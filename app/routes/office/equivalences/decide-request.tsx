import type { RequestDecision } from '~/domain/equivalences/types';
import { RequirementList } from '~/ui/equivalences/requirement-list';
import { RequirementWords } from '~/ui/equivalences/requirement-words';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { View } from './request';

/** What was done to a request, and what the reader may do now; whoever was too late learns it. */
export function DecideRequest({ view }: { view: View }) {
  const { t } = useT();
  const sent = [
    useFormState('grant'),
    useFormState('confirm'),
    useFormState('return'),
    useFormState('refuse'),
    useFormState('revoke'),
    useFormState('confirm-revoke'),
    useFormState('keep'),
    useFormState('withdraw-revoke'),
  ];
  const { possible, isOwn } = view;
  const late = sent.find((state) => state?.formError && !possible.some((act) => act === state.intent));
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t('equivalences:one.acts')}</h2>
      {late ? (
        <Notice kind="warn" live>
          <p>{late.formError}</p>
        </Notice>
      ) : null}
      <Acts view={view} />
      <Appeals view={view} />
      {isOwn ? (
        <Notice>
          <p>{t('equivalences:errors.own-request')}</p>
        </Notice>
      ) : null}
      {possible.map((act) => (
        <DecisionForm key={act} act={act} view={view} />
      ))}
    </section>
  );
}

function DecisionForm({ act, view }: { act: RequestDecision; view: View }) {
  if (act === 'grant') return <GrantForm view={view} />;
  if (act === 'revoke') return <RevokeForm view={view} />;
  return <ActForm act={act} proposalId={view.proposalId} />;
}

function Acts({ view: { acts, countable, titles, level } }: { view: View }) {
  const { t, fmt } = useT();
  return (
    <ol className="list">
      {acts.map(({ id, act, actorName, recordedAt, counts, document, note, effectiveOn }) => (
        <li key={id} className="stack stack-s">
          <p className="strong">
            {t(`equivalences:request-act.${act}`, { date: effectiveOn ? fmt.date(effectiveOn) : '' })}
          </p>
          <p className="quiet">
            {actorName}, {fmt.dateTime(recordedAt, level.framework.zone)}
          </p>
          <RequirementList keys={counts} countable={countable} titles={titles} />
          {document ? <p>{document}</p> : null}
          {note ? <blockquote className="measure">{note}</blockquote> : null}
        </li>
      ))}
    </ol>
  );
}

/** Appeals against refusals of it, with the way to each. */
function Appeals({ view: { appeals, level } }: { view: View }) {
  const { t, fmt } = useT();
  return appeals.map(({ id, outcome, submittedAt }) => (
    <div key={id}>
      <A to={`/office/appeals/${id}`} className="link target">
        {t('appeals:mine.state', { state: t(`appeals:state.${outcome ?? 'open'}`) })}
      </A>
      <p className="quiet">
        {t('appeals:mine.sent', { date: fmt.dateTime(submittedAt, level.framework.zone) })}
      </p>
    </div>
  ));
}

function GrantForm({ view: { countable, titles, keys } }: { view: View }) {
  const { t } = useT();
  const state = useFormState('grant');
  return (
    <Confirm summary={t('equivalences:request.grant.open')} open={state !== undefined}>
      <p>{t('equivalences:request.grant.text')}</p>
      {keys === 2 ? <p className="strong">{t('sanctions:propose.preview')}</p> : null}
      <Form intent="grant" state={state}>
        <RadioGroup
          name="counts"
          label={t('equivalences:field.counts')}
          hint={t('equivalences:field.counts-hint')}
          multiple
          options={countable.map(({ key, sentence }) => ({
            value: key,
            label: <RequirementWords sentence={sentence} titles={titles} />,
          }))}
        />
        <Field
          name="document"
          label={t('equivalences:field.document')}
          hint={t('equivalences:field.document-hint')}
          maxLength={200}
        />
        <TextAreaField name="note" label={t('equivalences:request.note')} rows={3} maxLength={2000} />
        <SubmitButton>
          {t(keys === 2 ? 'sanctions:propose.submit' : 'equivalences:request.grant.submit')}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}

/** Nobody takes back what was decided before: the day is today or later. */
function RevokeForm({ view: { keys } }: { view: View }) {
  const { t } = useT();
  const state = useFormState('revoke');
  return (
    <Confirm summary={t('equivalences:request.revoke.open')} danger open={state !== undefined}>
      <p>{t('equivalences:request.revoke.text')}</p>
      {keys === 2 ? <p className="strong">{t('sanctions:propose.preview')}</p> : null}
      <Form intent="revoke" state={state}>
        <DateField name="effectiveOn" label={t('equivalences:field.revoke-day')} />
        <Field
          name="document"
          label={t('equivalences:field.document')}
          hint={t('equivalences:field.document-hint')}
          maxLength={200}
        />
        <TextAreaField name="note" label={t('equivalences:request.note')} rows={3} maxLength={2000} />
        <SubmitButton look="danger">
          {t(keys === 2 ? 'sanctions:propose.submit' : 'equivalences:request.revoke.submit')}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}

const IS_DANGER: readonly RequestDecision[] = ['refuse', 'confirm-revoke'];
const IS_WORDLESS: readonly RequestDecision[] = ['confirm', 'confirm-revoke'];
/** Words that stay in the office. */
const IS_INWARD: readonly RequestDecision[] = ['keep', 'withdraw-revoke'];

type ActProps = { act: Exclude<RequestDecision, 'grant' | 'revoke'>; proposalId: string | null };

function ActForm({ act, proposalId }: ActProps) {
  const { t } = useT();
  const state = useFormState(act);
  return (
    <Confirm
      summary={t(`equivalences:request.${act}.open`)}
      danger={IS_DANGER.includes(act)}
      open={state !== undefined}
    >
      <p>{t(`equivalences:request.${act}.text`)}</p>
      <Form intent={act} state={state}>
        {proposalId ? <input type="hidden" name="proposalId" value={proposalId} /> : null}
        {IS_WORDLESS.includes(act) ? null : (
          <TextAreaField
            name="note"
            label={t(IS_INWARD.includes(act) ? 'equivalences:field.reason' : 'equivalences:request.note')}
            required={act !== 'withdraw-revoke'}
            rows={3}
            maxLength={2000}
          />
        )}
        <SubmitButton look={IS_DANGER.includes(act) ? 'danger' : 'main'}>
          {t(`equivalences:request.${act}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
