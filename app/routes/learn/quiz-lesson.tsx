import type { OpenQuestion, QuizView } from '~/domain/learning/get-quiz.server';
import { pickText, plainText } from '~/i18n/content';
import { RadioGroup, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { QuizResult } from './quiz-result';

/** The quiz as it stands: not begun, open, or marked with explanations. */
export function QuizLesson({ quiz }: { quiz: QuizView }) {
  if (quiz.open) return <OpenAttempt open={quiz.open} quiz={quiz} />;
  const begin = quiz.mayTry ? <Begin quiz={quiz} /> : null;
  return (
    <div className="lesson-body stack">
      {quiz.result ? (
        <QuizResult result={quiz.result} passPercent={quiz.passPercent}>
          {begin}
        </QuizResult>
      ) : (
        <>
          <Rules quiz={quiz} />
          {begin}
        </>
      )}
    </div>
  );
}

function Rules({ quiz }: { quiz: QuizView }) {
  const { t, fmt } = useT();
  return (
    <div className="stack stack-s">
      <p className="lead">
        {t('learning:quiz.about', { count: quiz.questions, percent: fmt.percent(quiz.passPercent) })}
      </p>
      <p className="measure">{t('learning:quiz.calm')}</p>
    </div>
  );
}

function Begin({ quiz }: { quiz: QuizView }) {
  const { t } = useT();
  return (
    <Form intent="begin" state={useFormState('begin')} className="row">
      <SubmitButton>
        {t(
          quiz.used === 0
            ? 'learning:quiz.begin'
            : quiz.passed
              ? 'learning:quiz.better'
              : 'learning:quiz.retry',
        )}
      </SubmitButton>
      <p className="quiet">{t('learning:quiz.left', { count: quiz.attempts - quiz.used })}</p>
    </Form>
  );
}

function OpenAttempt({ open, quiz }: { open: NonNullable<QuizView['open']>; quiz: QuizView }) {
  const { t } = useT();
  const saved = useFormState('save');
  const submitted = useFormState('submit');
  const done = open.questions.filter(({ chosen }) => chosen.length > 0).length;
  return (
    <div className="lesson-body stack">
      <Rules quiz={quiz} />
      <p className="quiet num">
        {t('learning:quiz.attempt', { number: open.number })} ·{' '}
        {t('learning:quiz.answered', { done, total: open.questions.length })}
      </p>
      <Form
        state={submitted ?? saved}
        className="quiz"
        data-island="autosave"
        data-saved={t('learning:quiz.autosaved')}
        data-failed={t('learning:quiz.not-saved')}
      >
        {open.questions.map((question, index) => (
          <Question key={question.id} question={question} number={index + 1} />
        ))}
        <div className="row question">
          <SubmitButton name="intent" value="save" look="plain">
            {t('learning:quiz.save')}
          </SubmitButton>
          <SubmitButton name="intent" value="submit">
            {t('learning:quiz.submit')}
          </SubmitButton>
          <span className="quiet" role="status" aria-live="polite" />
        </div>
      </Form>
    </div>
  );
}

function Question({ question, number }: { question: OpenQuestion; number: number }) {
  const { t, lang } = useT();
  const { id, prompt, options, several, chosen } = question;
  return (
    <div className="question">
      <RadioGroup
        framed
        required={false}
        name={`answers.${id}`}
        label={t('learning:quiz.question', { number, prompt: plainText(prompt, lang) })}
        multiple={several}
        value={chosen[0] === undefined ? undefined : String(chosen[0])}
        chosen={chosen.map(String)}
        options={options.map((option, place) => {
          const picked = pickText(option, lang);
          return {
            value: String(place),
            label: picked.text,
            ...(picked.isFallback ? { lang: picked.lang } : {}),
          };
        })}
      />
    </div>
  );
}
