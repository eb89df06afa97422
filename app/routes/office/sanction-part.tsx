import type { QualificationView } from '~/domain/licensing/get-qualification.server';
import { SANCTION_REASONS } from '~/domain/licensing/inputs';
import { plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Act = 'revoke' | 'suspend' | 'lift';

/** Suspend or lift, and revoke: each says what will happen before it is done. */
export function SanctionPart({ view }: { view: QualificationView }) {
  const { t } = useT();
  const { qualification, isOwn, today } = view;
  const { revokedFrom } = qualification;
  if (isOwn || (revokedFrom !== null && revokedFrom <= today)) {
    return (
      <Notice>
        <p>{isOwn ? t('licensing:errors.own-record') : t('licensing:errors.already-revoked')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      {qualification.openSuspension ? (
        <SanctionForm act="lift" view={view} />
      ) : (
        <SanctionForm act="suspend" view={view} />
      )}
      {revokedFrom === null ? (
        <SanctionForm act="revoke" view={view} />
      ) : (
        <Notice>
          <p>{t('licensing:errors.already-revoked')}</p>
        </Notice>
      )}
    </div>
  );
}

function SanctionForm({ act, view }: { act: Act; view: QualificationView }) {
  const { t, lang } = useT();
  const state = useFormState(act);
  const { qualification, today } = view;
  const params = { name: view.holder.displayName, level: plainText(view.level.name, lang) };
  const isDanger = act !== 'lift';
  return (
    <Confirm summary={t(`licensing:sanction.${act}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`licensing:sanction.${act}.preview`, params)}</p>
      <Form intent={act} state={state}>
        {act === 'lift' ? null : (
          <SelectField
            name="reason"
            label={t('licensing:decide.reason')}
            empty={t('shell:form.choose')}
            options={SANCTION_REASONS.map((reason) => ({
              value: reason,
              label: t(`licensing:why.${reason}`),
            }))}
          />
        )}
        <Field
          name="document"
          label={t('licensing:sanction.document')}
          hint={t('licensing:sanction.document-hint')}
          maxLength={200}
        />
        <DateField
          name="effectiveOn"
          label={t('licensing:sanction.effective-on')}
          value={today}
          min={
            act === 'lift'
              ? (qualification.openSuspension?.from ?? qualification.awardedOn)
              : qualification.awardedOn
          }
        />
        <TextAreaField
          name="note"
          label={t('licensing:decide.note')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton look={isDanger ? 'danger' : 'main'}>
          {t(`licensing:sanction.${act}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
