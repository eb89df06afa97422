import type { ClaimView } from '~/domain/claims/get-claim.server';
import { kindRules, REFUSAL_REASONS } from '~/domain/claims/inputs';
import type { ExternalFramework } from '~/domain/externals/types';
import { externalChoice, externalChoices } from '~/ui/claims/external-choices';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { view: ClaimView; families: readonly ExternalFramework[] };

/** What the registrar may do now; whoever was too late learns who was faster. */
export function DecidePart({ view, families }: Props) {
  const { t } = useT();
  const sent = [useFormState('confirm'), useFormState('refuse'), useFormState('name')];
  const late = sent.find((state) => state?.formError)?.formError;
  if (view.isOwn) return <Words>{t('claims:errors.own-record')}</Words>;
  if (view.state !== 'handed-in')
    return (
      <>
        {late ? (
          <Notice kind="warn" live>
            <p>{late}</p>
          </Notice>
        ) : null}
        <Words>{t(view.state === 'withdrawn' ? 'claims:case.withdrawn' : 'claims:case.closed')}</Words>
        {view.mayName ? <NameForm view={view} families={families} /> : null}
      </>
    );
  return (
    <div className="stack">
      <ConfirmForm view={view} families={families} />
      <RefuseForm />
    </div>
  );
}

function Words({ children }: { children: string }) {
  return (
    <Notice>
      <p>{children}</p>
    </Notice>
  );
}

/** The paper as the registrar reads it, with what the coach wrote as a beginning. */
function ConfirmForm({ view: { claim }, families }: Props) {
  const { t, lang } = useT();
  const state = useFormState('confirm');
  const { validUntil: hasEnd, isComponent } = kindRules(claim.kind);
  const externals = externalChoices(families, claim.kind, lang);
  return (
    <Confirm summary={t('claims:case.confirm-open')} open={state !== undefined}>
      <p>{t('claims:case.confirm-text')}</p>
      <Form intent="confirm" state={state}>
        {externals.length > 0 ? (
          <SelectField
            name="external"
            label={t('claims:field.known-as')}
            value={externalChoice(families, claim.external)}
            empty={t('claims:field.external-other')}
            required={false}
            options={externals}
          />
        ) : null}
        <Field name="issuer" label={t('claims:field.issuer')} value={claim.issuer} maxLength={200} />
        <Field
          name="number"
          label={t('claims:field.number')}
          value={claim.number ?? ''}
          required={false}
          maxLength={100}
          autoComplete="off"
        />
        <DateField name="issuedOn" label={t('claims:field.issued-on')} value={claim.issuedOn} />
        {hasEnd ? (
          <DateField
            name="validUntil"
            label={t('claims:field.valid-until')}
            value={claim.validUntil ?? ''}
            required={isComponent}
          />
        ) : null}
        <TextAreaField name="note" label={t('claims:case.note')} required={false} rows={3} maxLength={2000} />
        <SubmitButton>{t('claims:case.confirm-submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

/** A paper that was confirmed without a level of the list counts by no equivalence until somebody names it. */
function NameForm({ view: { claim }, families }: Props) {
  const { t, lang } = useT();
  const state = useFormState('name');
  return (
    <Confirm summary={t('claims:case.name-open')} open={state !== undefined}>
      <p>{t('claims:case.name-text')}</p>
      <Form intent="name" state={state}>
        <SelectField
          name="external"
          label={t('claims:field.known-as')}
          empty={t('shell:form.choose')}
          options={externalChoices(families, claim.kind, lang)}
        />
        <SubmitButton>{t('claims:case.name-submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function RefuseForm() {
  const { t } = useT();
  const state = useFormState('refuse');
  return (
    <Confirm summary={t('claims:case.refuse-open')} danger open={state !== undefined}>
      <p>{t('claims:case.refuse-text')}</p>
      <Form intent="refuse" state={state}>
        <SelectField
          name="reason"
          label={t('claims:one.reason')}
          empty={t('shell:form.choose')}
          options={REFUSAL_REASONS.map((reason) => ({ value: reason, label: t(`claims:why.${reason}`) }))}
        />
        <TextAreaField name="note" label={t('claims:case.refuse-note')} rows={3} maxLength={2000} />
        <SubmitButton look="danger">{t('claims:case.refuse-submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
