import type { RequestDecision } from '~/domain/equivalences/types';
import { RequirementWords } from '~/ui/equivalences/requirement-words';
import { Confirm } from '~/ui/kit/confirm';
import { Field, RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { View } from './request';

/** What was done to a request, and what the reader may do now; whoever was too late learns it. */
export function DecideRequest({ view }: { view: View }) {
  const { t } = useT();
  const sent = [
    useFormState('grant'),
    useFormState('confirm'),
    useFormState('return'),
    useFormState('refuse'),
  ];
  const late = sent.find((state) => state?.formError)?.formError;
  const { possible, isOwn } = view;
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t('equivalences:one.acts')}</h2>
      {late && possible.length === 0 ? (
        <Notice kind="warn" live>
          <p>{late}</p>
        </Notice>
      ) : null}
      <Acts view={view} />
      {isOwn ? (
        <Notice>
          <p>{t('equivalences:errors.own-request')}</p>
        </Notice>
      ) : null}
      {possible.map((act) =>
        act === 'grant' ? <GrantForm key={act} view={view} /> : <ActForm key={act} act={act} />,
      )}
    </section>
  );
}

function Acts({ view: { acts, countable, titles, level } }: { view: View }) {
  const { t, fmt } = useT();
  const sentences = new Map(countable.map(({ key, sentence }) => [key, sentence]));
  return (
    <ol className="list">
      {acts.map(({ id, act, actorName, recordedAt, counts, document, note }) => (
        <li key={id} className="stack stack-s">
          <p className="strong">{t(`equivalences:request-act.${act}`)}</p>
          <p className="quiet">
            {actorName}, {fmt.dateTime(recordedAt, level.framework.zone)}
          </p>
          {counts.length > 0 ? (
            <ul className="parts">
              {counts.map((key) => {
                const sentence = sentences.get(key);
                return (
                  <li key={key}>
                    {sentence ? (
                      <RequirementWords sentence={sentence} titles={titles} />
                    ) : (
                      t('equivalences:one.no-longer-asked', { key })
                    )}
                  </li>
                );
              })}
            </ul>
          ) : null}
          {document ? <p>{document}</p> : null}
          {note ? <blockquote className="measure">{note}</blockquote> : null}
        </li>
      ))}
    </ol>
  );
}

function GrantForm({ view: { countable, titles, keys } }: { view: View }) {
  const { t } = useT();
  const state = useFormState('grant');
  return (
    <Confirm summary={t('equivalences:request.grant.open')} open={state !== undefined}>
      <p>{t('equivalences:request.grant.text')}</p>
      {keys === 2 ? <p className="strong">{t('sanctions:propose.preview')}</p> : null}
      <Form intent="grant" state={state}>
        <RadioGroup
          name="counts"
          label={t('equivalences:field.counts')}
          hint={t('equivalences:field.counts-hint')}
          multiple
          options={countable.map(({ key, sentence }) => ({
            value: key,
            label: <RequirementWords sentence={sentence} titles={titles} />,
          }))}
        />
        <Field
          name="document"
          label={t('equivalences:field.document')}
          hint={t('equivalences:field.document-hint')}
          maxLength={200}
        />
        <TextAreaField name="note" label={t('equivalences:request.note')} rows={3} maxLength={2000} />
        <SubmitButton>
          {t(keys === 2 ? 'sanctions:propose.submit' : 'equivalences:request.grant.submit')}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}

function ActForm({ act }: { act: Exclude<RequestDecision, 'grant'> }) {
  const { t } = useT();
  const state = useFormState(act);
  return (
    <Confirm
      summary={t(`equivalences:request.${act}.open`)}
      danger={act === 'refuse'}
      open={state !== undefined}
    >
      <p>{t(`equivalences:request.${act}.text`)}</p>
      <Form intent={act} state={state}>
        {act === 'confirm' ? null : (
          <TextAreaField name="note" label={t('equivalences:request.note')} rows={3} maxLength={2000} />
        )}
        <SubmitButton look={act === 'refuse' ? 'danger' : 'main'}>
          {t(`equivalences:request.${act}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
