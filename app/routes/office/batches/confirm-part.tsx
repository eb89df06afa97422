import { REFUSAL_REASONS } from '~/domain/applications/inputs';
import { Confirm } from '~/ui/kit/confirm';
import { SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { View } from './batch';
import { OutcomeCounts } from './outcome-counts';

/** What would happen, and the form that lets it happen. */
export function ConfirmPart({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { batch, counts, total, isOwn } = view;
  const isPossible = counts['not-done'] < total;
  return (
    <section className="stack" aria-label={t('batches:preview.title')}>
      {batch.found > total ? (
        <Notice>
          <p>{t('batches:preview.more', { found: fmt.number(batch.found), taken: fmt.number(total) })}</p>
        </Notice>
      ) : null}
      <OutcomeCounts counts={counts} isPreview />
      {isPossible ? null : (
        <Notice kind="warn">
          <p>{t('batches:preview.nothing')}</p>
        </Notice>
      )}
      {isPossible && isOwn ? <ConfirmForm act={batch.act} /> : null}
    </section>
  );
}

function ConfirmForm({ act }: { act: View['batch']['act'] }) {
  const { t } = useT();
  const state = useFormState(act);
  const isDanger = act === 'refuse';
  const mustSay = act !== 'issue';
  return (
    <Confirm summary={t(`batches:confirm.${act}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`batches:confirm.${act}.text`)}</p>
      <p className="quiet">{t('batches:preview.again')}</p>
      <Form intent={act} state={state}>
        {isDanger ? (
          <SelectField
            name="reason"
            label={t('licensing:decide.reason')}
            empty={t('shell:form.choose')}
            options={REFUSAL_REASONS.map((reason) => ({
              value: reason,
              label: t(`licensing:why.${reason}`),
            }))}
          />
        ) : null}
        <TextAreaField
          name="note"
          label={t(mustSay ? 'licensing:decide.note-told' : 'licensing:decide.note')}
          required={mustSay}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton look={isDanger ? 'danger' : 'main'}>{t(`batches:confirm.${act}.submit`)}</SubmitButton>
      </Form>
    </Confirm>
  );
}
