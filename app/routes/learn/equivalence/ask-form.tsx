import type { BlankRequest } from '~/domain/equivalences/open-request.server';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** What should count, and why; without a paper on record the way to hand one in. */
export function AskForm({ blank: { papers, submissionKey } }: { blank: BlankRequest }) {
  const { t, fmt } = useT();
  const state = useFormState('ask');
  const kept = state?.values.submissionKey;
  if (papers.length === 0)
    return (
      <EmptyState
        title={t('equivalences:ask.no-papers')}
        action={<ButtonLink to="/me/evidence/new">{t('claims:mine.hand-in')}</ButtonLink>}
      >
        <p>{t('equivalences:ask.no-papers-text')}</p>
      </EmptyState>
    );
  return (
    <Form intent="ask" state={state}>
      <input
        type="hidden"
        name="submissionKey"
        value={typeof kept === 'string' && kept ? kept : submissionKey}
      />
      <RadioGroup
        name="evidence"
        label={t('equivalences:ask.papers')}
        hint={t('equivalences:ask.papers-hint')}
        multiple
        options={papers.map(({ id, title, occurredOn, validUntil }) => ({
          value: id,
          label: <Text value={title} quiet />,
          hint: validUntil
            ? t('equivalences:days.both', { from: fmt.date(occurredOn), until: fmt.date(validUntil) })
            : fmt.date(occurredOn),
        }))}
      />
      <TextAreaField
        name="statement"
        label={t('equivalences:ask.statement')}
        hint={t('equivalences:ask.statement-hint')}
        rows={5}
        maxLength={2000}
      />
      <SubmitButton>{t('equivalences:ask.submit')}</SubmitButton>
    </Form>
  );
}
