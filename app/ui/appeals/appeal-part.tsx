import type { Appeal } from '~/domain/appeals/types';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = {
  /** What was appealed already. */
  appeal: Appeal | undefined;
  /** The last day for an appeal; null where there is none against the decision, or no longer. */
  until: string | null;
  /** The decision, application or request, as the hidden field of the form. */
  target: { name: 'decisionId' | 'applicationId' | 'requestId'; id: string };
  zone: string;
};

/** Beside a decision: the appeal against it and its answer, or the form for one while there is time. */
export function AppealPart({ appeal, until, target, zone }: Props) {
  const { t, fmt } = useT();
  const sent = useFormState('appeal');
  const state = sent?.values[target.name] === target.id ? sent : undefined;
  if (appeal) return <AppealFacts appeal={appeal} zone={zone} />;
  if (until === null) return null;
  return (
    <Confirm summary={t('appeals:mine.open')} open={state !== undefined}>
      <p>{t('appeals:mine.preview', { date: fmt.date(until) })}</p>
      <Form intent="appeal" scope={target.id} state={state}>
        <input type="hidden" name={target.name} value={target.id} />
        <TextAreaField name="text" label={t('appeals:mine.text')} rows={6} maxLength={4000} />
        <SubmitButton>{t('appeals:mine.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function AppealFacts({ appeal, zone }: { appeal: Appeal; zone: string }) {
  const { t, fmt } = useT();
  const { outcome, text, submittedAt, closedAt, document, answer } = appeal;
  return (
    <div className="stack stack-s">
      <p className="strong">{t('appeals:mine.state', { state: t(`appeals:state.${outcome ?? 'open'}`) })}</p>
      <p className="quiet">{t('appeals:mine.sent', { date: fmt.dateTime(submittedAt, zone) })}</p>
      <blockquote className="measure">{text}</blockquote>
      {closedAt ? (
        <>
          <p className="quiet">
            {t('appeals:mine.answered', { date: fmt.dateTime(closedAt, zone), document: document ?? '' })}
          </p>
          <blockquote className="measure">{answer}</blockquote>
        </>
      ) : null}
    </div>
  );
}
