import type { QualificationView } from '~/domain/licensing/get-qualification.server';
import { ANNUL_REASONS, PAUSE_REASONS, SANCTION_REASONS } from '~/domain/sanctions/inputs';
import { plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const ACTS = ['lift', 'suspend', 'resume', 'pause', 'correct', 'annul', 'revoke'] as const;
type Act = (typeof ACTS)[number];

const REASONS: Partial<Record<Act, readonly string[]>> = {
  revoke: SANCTION_REASONS,
  suspend: SANCTION_REASONS,
  annul: ANNUL_REASONS,
  pause: PAUSE_REASONS,
};

type Waiting = { act: string; byHolder: boolean };
type Props = { view: QualificationView; keysRequired: 1 | 2; waiting: readonly Waiting[] };

/** Which acts make sense now; whether they may be done is decided when they are sent. */
function possibleActs(
  { qualification, documents, today }: QualificationView,
  waiting: readonly Waiting[],
): Act[] {
  const { revocation, openSuspension, pause, surrenderedOn } = qualification;
  const isRevoked = revocation !== null && revocation.from <= today;
  const canResume = pause !== null && pause.until >= today;
  const may: Record<Exclude<Act, 'correct'>, boolean> = {
    annul: revocation?.endsOn === null,
    revoke: revocation === null,
    lift: openSuspension?.endsOn === null && !isRevoked,
    suspend: openSuspension === null && !isRevoked,
    resume: canResume && !isRevoked,
    pause: revocation === null && openSuspension === null && !canResume && surrenderedOn === null,
  };
  const isOver = isRevoked || surrenderedOn !== null;
  const isCorrectable = !isOver && documents.length > 0;
  return ACTS.filter(
    (act) => (act === 'correct' ? isCorrectable : may[act]) && !waiting.some((each) => each.act === act),
  );
}

/** Every act that is possible says what will happen before it is done. */
export function SanctionPart({ view, keysRequired, waiting }: Props) {
  const { t } = useT();
  if (view.isOwn) {
    return (
      <Notice>
        <p>{t('licensing:errors.own-record')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      {keysRequired === 2 ? <p className="quiet">{t('sanctions:two-keys')}</p> : null}
      {possibleActs(view, waiting).map((act) => (
        <SanctionForm key={act} act={act} view={view} isProposed={keysRequired === 2} />
      ))}
    </div>
  );
}

const WORDS = {
  revoke: 'licensing:sanction.revoke',
  suspend: 'licensing:sanction.suspend',
  lift: 'licensing:sanction.lift',
  annul: 'sanctions:annul',
  pause: 'sanctions:pause',
  resume: 'sanctions:resume',
  correct: 'sanctions:correct',
} as const;

/** The first day that an act may count from. */
function earliestOf(act: Act, { qualification, today }: QualificationView, isProposed: boolean): string {
  const { awardedOn, openSuspension, revocation, pause } = qualification;
  if (act === 'lift') return openSuspension?.from ?? awardedOn;
  if (act === 'annul') return revocation?.from ?? awardedOn;
  if (act === 'resume') return pause && pause.from > today ? pause.from : today;
  return act === 'pause' && !isProposed ? today : awardedOn;
}

type FormProps = { act: Act; view: QualificationView; isProposed: boolean };

function SanctionForm({ act, view, isProposed }: FormProps) {
  const { t, lang } = useT();
  const state = useFormState(act);
  const { displayName, latinName } = view.holder;
  const name = act === 'correct' && latinName ? `${displayName} (${latinName})` : displayName;
  const params = { name, level: plainText(view.level.name, lang) };
  const isDanger = act === 'revoke' || act === 'suspend';
  return (
    <Confirm summary={t(`${WORDS[act]}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`${WORDS[act]}.preview`, params)}</p>
      {isProposed ? <p className="strong">{t('sanctions:propose.preview')}</p> : null}
      <Form intent={act} state={state}>
        {act === 'correct' ? (
          <>
            <input type="hidden" name="displayName" value={displayName} />
            <input type="hidden" name="latinName" value={latinName} />
          </>
        ) : null}
        <SanctionFields act={act} view={view} isProposed={isProposed} />
        <SubmitButton look={isDanger ? 'danger' : 'main'}>
          {isProposed ? t('sanctions:propose.submit') : t(`${WORDS[act]}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}

function SanctionFields({ act, view, isProposed }: FormProps) {
  const { t } = useT();
  const reasons = REASONS[act];
  const earliest = earliestOf(act, view, isProposed);
  const first = act === 'annul' || earliest > view.today ? earliest : view.today;
  return (
    <>
      {reasons ? (
        <SelectField
          name="reason"
          label={t('licensing:decide.reason')}
          empty={t('shell:form.choose')}
          options={reasons.map((reason) => ({ value: reason, label: t.dynamic(`licensing:why.${reason}`) }))}
        />
      ) : null}
      <Field
        name="document"
        label={t('licensing:sanction.document')}
        hint={t('licensing:sanction.document-hint')}
        maxLength={200}
      />
      {act === 'revoke' || act === 'suspend' ? (
        <Field
          name="legalBasis"
          label={t('sanctions:legal-basis')}
          hint={t('sanctions:legal-basis-hint')}
          maxLength={300}
        />
      ) : null}
      {act === 'correct' ? null : (
        <DateField
          name="effectiveOn"
          label={t(act === 'pause' ? 'sanctions:pause.from' : 'licensing:sanction.effective-on')}
          value={first}
          min={earliest}
        />
      )}
      {act === 'pause' ? (
        <DateField name="until" label={t('sanctions:pause.until')} min={view.today} />
      ) : null}
      <TextAreaField
        name="note"
        label={t('licensing:decide.note')}
        required={false}
        rows={3}
        maxLength={2000}
      />
    </>
  );
}
