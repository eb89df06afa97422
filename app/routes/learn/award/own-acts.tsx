import { PAUSE_REASONS } from '~/domain/sanctions/inputs';
import type { Wish } from '~/domain/sanctions/types';
import { plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { CheckboxField, DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { OwnAward } from './own-award';

/** What the holder may do: ask for a pause or a new name on the document, give the award up. */
export function OwnActs({ view }: { view: OwnAward }) {
  const { t } = useT();
  const { revocation, surrenderedOn, pause, openSuspension } = view.qualification;
  const open = view.wishes.filter(({ outcome }) => outcome === null);
  const isOver = surrenderedOn !== null || (revocation !== null && revocation.from <= view.today);
  const isPaused = pause !== null && pause.until >= view.today;
  const isRunning = view.periods.some(({ facts }) => facts.from <= view.today && view.today <= facts.until);
  const mayAsk = (act: Wish['act']) => isRunning && !open.some((each) => each.act === act);
  if (isOver) return null;
  return (
    <section className="stack" aria-labelledby="own-acts">
      <h2 id="own-acts">{t('sanctions:own.acts')}</h2>
      {open.map((wish) => (
        <OpenWish key={wish.id} wish={wish} />
      ))}
      {(['pause', 'correct'] as const).map((act) => (
        <DeclinedWish key={act} wish={view.wishes.findLast((each) => each.act === act)} />
      ))}
      {mayAsk('pause') && !isPaused && openSuspension === null && revocation === null ? (
        <PauseForm view={view} />
      ) : null}
      {mayAsk('correct') ? <CorrectionForm view={view} /> : null}
      <SurrenderForm view={view} />
    </section>
  );
}

function OpenWish({ wish }: { wish: Wish }) {
  const { t, fmt } = useT();
  const { id, act, effectiveOn, until, isTakenUp } = wish;
  const state = useFormState('take-back-proposal');
  const days = { from: fmt.date(effectiveOn), until: fmt.date(until ?? effectiveOn) };
  return (
    <div className="stack stack-s">
      <p>{act === 'pause' ? t('sanctions:own.pause.waits', days) : t('sanctions:own.correct.waits')}</p>
      {isTakenUp ? (
        <p className="quiet">{t('sanctions:own.taken-up')}</p>
      ) : (
        <Form intent="take-back-proposal" scope={id} state={state}>
          <input type="hidden" name="proposalId" value={id} />
          <SubmitButton look="plain">{t('sanctions:answer.take-back.submit')}</SubmitButton>
        </Form>
      )}
    </div>
  );
}

function DeclinedWish({ wish }: { wish: Wish | undefined }) {
  const { t } = useT();
  if (wish?.outcome !== 'declined') return null;
  return (
    <div className="stack stack-s">
      <p className="strong">
        {t(wish.act === 'pause' ? 'sanctions:own.pause.declined' : 'sanctions:own.correct.declined')}
      </p>
      <blockquote className="measure">{wish.answer}</blockquote>
    </div>
  );
}

function CorrectionForm({ view }: { view: OwnAward }) {
  const { t } = useT();
  const state = useFormState('correct');
  return (
    <Confirm summary={t('sanctions:own.correct.open')} open={state !== undefined}>
      <p>{t('sanctions:own.correct.preview', { name: view.holder.displayName })}</p>
      <Form intent="correct" state={state}>
        <Field
          name="document"
          label={t('sanctions:correct.document')}
          hint={t('sanctions:correct.document-hint')}
          maxLength={200}
        />
        <TextAreaField
          name="note"
          label={t('licensing:apply.note')}
          required={false}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton>{t('sanctions:own.correct.submit')}</SubmitButton>
      </Form>
    </Confirm>
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
