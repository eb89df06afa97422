import type { EquivalenceView } from '~/domain/equivalences/get-equivalence.server';
import type { EquivalenceAct } from '~/domain/equivalences/types';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const IS_DANGER: Record<EquivalenceAct, boolean> = {
  confirm: false,
  refuse: true,
  withdraw: true,
  end: true,
};

/** What was done to an equivalence, and what the reader may do now; whoever was too late learns it. */
export function ActsPart({ view }: { view: EquivalenceView }) {
  const { t, fmt } = useT();
  const sent = [
    useFormState('confirm'),
    useFormState('refuse'),
    useFormState('withdraw'),
    useFormState('end'),
  ];
  const late = sent.find((state) => state?.formError)?.formError;
  const { acts, possible, state, level } = view;
  return (
    <section className="stack" aria-labelledby="acts">
      <h2 id="acts">{t('equivalences:one.acts')}</h2>
      {late && possible.length === 0 ? (
        <Notice kind="warn" live>
          <p>{late}</p>
        </Notice>
      ) : null}
      <ol className="list">
        {acts.map(({ id, act, actorName, recordedAt, effectiveOn, note }) => (
          <li key={id} className="stack stack-s">
            <p className="strong">{t(`equivalences:act.${act}`, { date: fmt.date(effectiveOn) })}</p>
            <p className="quiet">
              {actorName}, {fmt.dateTime(recordedAt, level.framework.zone)}
            </p>
            {note ? <blockquote className="measure">{note}</blockquote> : null}
          </li>
        ))}
      </ol>
      {state === 'proposed' && !possible.includes('confirm') ? (
        <Notice>
          <p>{t('equivalences:one.second-person')}</p>
        </Notice>
      ) : null}
      {possible.map((act) => (
        <ActForm key={act} act={act} />
      ))}
    </section>
  );
}

function ActForm({ act }: { act: EquivalenceAct }) {
  const { t } = useT();
  const state = useFormState(act);
  const isReasonNeeded = act === 'refuse' || act === 'end';
  return (
    <Confirm summary={t(`equivalences:do.${act}.open`)} danger={IS_DANGER[act]} open={state !== undefined}>
      <p>{t(`equivalences:do.${act}.text`)}</p>
      <Form intent={act} state={state}>
        <TextAreaField
          name="note"
          label={t(isReasonNeeded ? 'equivalences:field.reason' : 'equivalences:field.note')}
          required={isReasonNeeded}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton look={IS_DANGER[act] ? 'danger' : 'main'}>
          {t(`equivalences:do.${act}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
