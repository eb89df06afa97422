import type { UnionView } from '~/domain/unions/get-union.server';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** What the reader may do about a union now; whoever may not is told why. */
export function UnionActs({ view }: { view: UnionView }) {
  const { t } = useT();
  const { state, isOwn, isAsker } = view;
  if (state === 'parted' || state === 'declined') return <p>{t('unions:case.closed')}</p>;
  if (isOwn) return <Notice>{t('unions:case.own')}</Notice>;
  if (state === 'joined')
    return view.keys === 2 && isAsker ? <Notice>{t('unions:case.part-second')}</Notice> : <PartForm />;
  return (
    <div className="stack">
      <p>{t('unions:case.waits')}</p>
      {isAsker ? null : <AnswerForm answer="confirm" words="confirm" />}
      <AnswerForm answer="decline" words={isAsker ? 'take-back' : 'decline'} />
    </div>
  );
}

type AnswerProps = { answer: 'confirm' | 'decline'; words: 'confirm' | 'decline' | 'take-back' };

function AnswerForm({ answer, words }: AnswerProps) {
  const { t } = useT();
  const state = useFormState(answer);
  return (
    <Confirm summary={t(`unions:answer.${words}.open`)} open={state !== undefined}>
      <p>{t(`unions:answer.${answer}.preview`)}</p>
      <Form intent={answer} state={state}>
        <SubmitButton>{t(`unions:answer.${words}.submit`)}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function PartForm() {
  const { t } = useT();
  const state = useFormState('part');
  return (
    <Confirm summary={t('unions:part.open')} danger open={state !== undefined}>
      <p>{t('unions:part.preview')}</p>
      <Form intent="part" state={state}>
        <TextAreaField name="reason" label={t('unions:part.reason')} required rows={3} maxLength={1000} />
        <SubmitButton look="danger">{t('unions:part.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
