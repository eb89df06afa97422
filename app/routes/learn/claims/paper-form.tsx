import { GRADES, kindRules } from '~/domain/claims/inputs';
import type { BlankClaim } from '~/domain/claims/open-claim.server';
import type { ClaimKind } from '~/domain/claims/types';
import { type Choice, DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { FilesField } from './files-field';

type Props = {
  kind: ClaimKind;
  blank: BlankClaim;
  /** Known papers of others of this kind. */
  externals: readonly Choice[];
};

/** One form for all kinds, with the fields that the kind asks for. */
export function PaperForm({ kind, blank, externals }: Props) {
  const { t } = useT();
  const state = useFormState();
  const kept = state?.values.submissionKey;
  return (
    <div className="stack stack-l">
      <p>{t('claims:new.as-on-paper')}</p>
      <Form state={state} encType="multipart/form-data">
        {state ? (
          <Notice kind="warn">
            <p>{t('claims:new.files-again')}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="kind" value={kind} />
        <input
          type="hidden"
          name="submissionKey"
          value={typeof kept === 'string' && kept ? kept : blank.submissionKey}
        />
        <OwnFields kind={kind} externals={externals} />
        <Field name="issuer" label={t('claims:field.issuer')} maxLength={200} />
        <Field
          name="number"
          label={t('claims:field.number')}
          hint={t('claims:field.number-hint')}
          required={false}
          maxLength={100}
          autoComplete="off"
        />
        <Field
          name="nameOnPaper"
          label={t('claims:field.name')}
          hint={t('claims:field.name-hint')}
          maxLength={200}
        />
        <Days kind={kind} latest={blank.latest} />
        <FilesField />
        <TextAreaField
          name="note"
          label={t('claims:field.note')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <Care isScanned={blank.isScanned} />
        <div>
          <SubmitButton>{t('claims:new.submit')}</SubmitButton>
        </div>
      </Form>
      <p>
        <A to="/me/evidence/new" className="link target">
          {t('claims:new.other-kind')}
        </A>
      </p>
    </div>
  );
}

/** What only this kind asks for. */
function OwnFields({ kind, externals }: Pick<Props, 'kind' | 'externals'>) {
  const { t } = useT();
  const rules = kindRules(kind);
  return (
    <>
      {externals.length > 0 ? (
        <SelectField
          name="external"
          label={t(rules.grade ? 'claims:field.external-grade' : 'claims:field.external')}
          empty={t('claims:field.external-other')}
          required={false}
          options={externals}
        />
      ) : null}
      {kind === 'external-credential' || kind === 'prior-learning' ? (
        <Field
          name="title"
          label={t(`claims:field.title-${kind}`)}
          {...(externals.length > 0 ? { required: false, hint: t('claims:field.title-hint') } : {})}
          maxLength={200}
        />
      ) : null}
      {rules.grade ? (
        <SelectField
          name="grade"
          label={t('claims:field.grade')}
          empty={t('shell:form.choose')}
          options={GRADES.map((grade) => ({
            value: grade,
            label: t('claims:field.grade-option', { grade }),
          }))}
        />
      ) : null}
      {rules.hours ? (
        <Field name="hours" label={t('claims:field.hours')} required={false} inputMode="decimal" short />
      ) : null}
    </>
  );
}

function Days({ kind, latest }: { kind: ClaimKind; latest: string }) {
  const { t } = useT();
  return (
    <>
      <DateField name="issuedOn" label={t('claims:field.issued-on')} max={latest} />
      {kindRules(kind).validUntil ? (
        <DateField
          name="validUntil"
          label={t('claims:field.valid-until')}
          hint={t('claims:field.valid-until-hint')}
          required={false}
        />
      ) : null}
    </>
  );
}

/** How the scans are kept. */
function Care({ isScanned }: { isScanned: boolean }) {
  const { t } = useT();
  return (
    <div className="hint">
      <p>{t('claims:new.privacy')}</p>
      <p>{t(isScanned ? 'claims:new.scan-on' : 'claims:new.scan-off')}</p>
    </div>
  );
}
