import type { ReactNode } from 'react';
import type { QuizView, ReviewedQuestion } from '~/domain/learning/get-quiz.server';
import { Notice } from '~/ui/kit/notice';
import { StatusMark } from '~/ui/kit/status';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Props = {
  result: NonNullable<QuizView['result']>;
  passPercent: number;
  /** What can be done now. */
  children: ReactNode;
};

/** What a submitted attempt gave, with an explanation of every answer. */
export function QuizResult({ result, passPercent, children }: Props) {
  const { t, fmt } = useT();
  const score = fmt.percent(result.scorePercent);
  return (
    <section id="result" className="stack">
      <Notice
        kind={result.passed ? 'ok' : 'warn'}
        title={
          result.passed
            ? t('learning:quiz.passed', { score })
            : t('learning:quiz.failed', { score, pass: fmt.percent(passPercent) })
        }
      >
        {t('learning:quiz.attempt', { number: result.number })}
      </Notice>
      {children}
      <h2>{t('learning:quiz.review')}</h2>
      <ol>
        {result.questions.map((question) => (
          <Reviewed key={question.id} question={question} />
        ))}
      </ol>
    </section>
  );
}

function Reviewed({ question }: { question: ReviewedQuestion }) {
  const { t } = useT();
  return (
    <li className="question stack stack-s">
      <StatusMark status={question.isRight ? 'met' : 'failed'}>
        {question.isRight ? t('learning:quiz.right') : t('learning:quiz.wrong')}
      </StatusMark>
      <h3>
        <Text value={question.prompt} />
      </h3>
      <ul>
        {question.options.map(({ text, isRight, isChosen }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of an attempt never changes.
          <li key={index} className={isRight ? 'option is-right' : 'option'}>
            <Text value={text} quiet />
            {isRight ? <Tag>{t('learning:quiz.correct')}</Tag> : null}
            {isChosen ? <Tag>{t('learning:quiz.yours')}</Tag> : null}
          </li>
        ))}
      </ul>
      <p className="measure">
        <Text value={question.explanation} />
      </p>
      {question.source ? (
        <p className="quiet">{t('learning:quiz.source', { source: question.source })}</p>
      ) : null}
    </li>
  );
}
