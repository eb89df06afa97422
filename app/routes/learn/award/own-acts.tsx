import { PAUSE_REASONS } from '~/domain/sanctions/inputs';
import type { Proposal } from '~/domain/sanctions/types';
import { plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { CheckboxField, DateField, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { OwnAward } from './own-award';

/** What the holder may do: ask for a pause, give the award up. */
export function OwnActs({ view }: { view: OwnAward }) {
  const { t } = useT();
  const { revokedFrom, surrenderedOn, pause, openSuspension } = view.qualification;
  const open = view.pauses.find(({ outcome }) => outcome === null);
  const declined = view.pauses.findLast(({ outcome }) => outcome === 'declined');
  const isOver = surrenderedOn !== null || (revokedFrom !== null && revokedFrom <= view.today);
  const isPaused = pause !== null && pause.until >= view.today;
  const isRunning = view.periods.some(({ facts }) => facts.from <= view.today && view.today <= facts.until);
  if (isOver) return null;
  return (
    <section className="stack" aria-labelledby="own-acts">
      <h2 id="own-acts">{t('sanctions:own.acts')}</h2>
      {open ? <AskedPause proposal={open} /> : null}
      {declined && !open ? <DeclinedPause proposal={declined} /> : null}
      {!open && !isPaused && isRunning && openSuspension === null && revokedFrom === null ? (
        <PauseForm view={view} />
      ) : null}
      <SurrenderForm view={view} />
    </section>
  );
}

function AskedPause({ proposal }: { proposal: Proposal }) {
  const { t, fmt } = useT();
  const { id, effectiveOn, until } = proposal;
  return (
    <div className="stack stack-s">
      <p>
        {t('sanctions:own.pause.waits', {
          from: fmt.date(effectiveOn),
          until: fmt.date(until ?? effectiveOn),
        })}
      </p>
      <Form intent="take-back-proposal" state={useFormState('take-back-proposal')}>
        <input type="hidden" name="proposalId" value={id} />
        <SubmitButton look="plain">{t('sanctions:answer.take-back.submit')}</SubmitButton>
      </Form>
    </div>
  );
}

function DeclinedPause({ proposal }: { proposal: Proposal }) {
  const { t } = useT();
  return (
    <div className="stack stack-s">
      <p className="strong">{t('sanctions:own.pause.declined')}</p>
      <blockquote className="measure">{proposal.answer}</blockquote>
    </div>
  );
}

function PauseForm({ view }: { view: OwnAward }) {
  const { t } = useT();
  const state = useFormState('pause');
  return (
    <Confirm summary={t('sanctions:own.pause.open')} open={state !== undefined}>
      <p>{t('sanctions:own.pause.preview')}</p>
      <Form intent="pause" state={state}>
        <SelectField
          name="reason"
          label={t('licensing:decide.reason')}
          empty={t('shell:form.choose')}
          options={PAUSE_REASONS.map((reason) => ({ value: reason, label: t(`licensing:why.${reason}`) }))}
        />
        <DateField name="effectiveOn" label={t('sanctions:pause.from')} value={view.today} />
        <DateField name="until" label={t('sanctions:pause.until')} min={view.today} />
        <TextAreaField
          name="note"
          label={t('licensing:apply.note')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton>{t('sanctions:own.pause.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function SurrenderForm({ view }: { view: OwnAward }) {
  const { t, lang } = useT();
  const state = useFormState('surrender');
  return (
    <Confirm summary={t('sanctions:own.surrender.open')} danger open={state !== undefined}>
      <p>{t('sanctions:own.surrender.preview', { level: plainText(view.level.name, lang) })}</p>
      <Form intent="surrender" state={state}>
        <CheckboxField name="sure" label={t('sanctions:own.surrender.sure')} required />
        <TextAreaField
          name="note"
          label={t('licensing:apply.note')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton look="danger">{t('sanctions:own.surrender.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
