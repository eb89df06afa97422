import type { ApplicationView } from '~/domain/applications/get-application.server';
import { REFUSAL_REASONS } from '~/domain/applications/inputs';
import type { DecideAct } from '~/domain/applications/types';
import { plainText } from '~/i18n/content';
import { CountedByWords } from '~/ui/applications/counted-by';
import { Confirm } from '~/ui/kit/confirm';
import { CheckboxField, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** What the registrar may do now, each act with what will happen. */
export function DecisionPart({ view }: { view: ApplicationView }) {
  const { t } = useT();
  const { acts, isOwn, isReady, state, keysRequired } = view;
  if (isOwn) return <Words>{t('applications:errors.own-record')}</Words>;
  if (acts.length === 0) return <Words>{t('licensing:case.closed')}</Words>;
  const waitsForOther = state === 'proposed' && !acts.includes('confirm');
  return (
    <div className="stack">
      {isReady ? null : (
        <Notice kind="warn">
          <p>
            {t(
              view.application.kind === 'renewal' && !view.renewal
                ? 'applications:errors.not-renewable'
                : 'applications:errors.not-ready',
            )}
          </p>
        </Notice>
      )}
      {waitsForOther ? <Words>{t('licensing:case.waits-for-other')}</Words> : null}
      {isReady && acts.includes('propose') ? <ActForm act="propose" view={view} /> : null}
      {isReady && acts.includes('confirm') ? <ActForm act="confirm" view={view} /> : null}
      {keysRequired === 2 && state === 'submitted' ? (
        <p className="quiet">{t('frameworks:rule.two-keys')}</p>
      ) : null}
      <ActForm act="return" view={view} />
      <ActForm act="refuse" view={view} />
    </div>
  );
}

function Words({ children }: { children: string }) {
  return (
    <Notice>
      <p>{children}</p>
    </Notice>
  );
}

/** Under which conditions papers of others count, and the box that says they were checked. */
function Conditions({ view: { conditions } }: { view: ApplicationView }) {
  const { t } = useT();
  return (
    <>
      <ul className="parts">
        {conditions.map((by) => (
          <li key={`${by.id} ${by.paper.original}`}>
            <CountedByWords by={by} />
          </li>
        ))}
      </ul>
      <CheckboxField name="conditionsChecked" label={t('applications:conditions.tick')} required />
    </>
  );
}

function ActForm({ act, view }: { act: DecideAct; view: ApplicationView }) {
  const { t, lang } = useT();
  const state = useFormState(act);
  const name = view.holder.displayName;
  const words = view.application.kind === 'renewal' ? 'applications:decide' : 'licensing:decide';
  const isDanger = act === 'refuse';
  const mustSay = act === 'refuse' || act === 'return';
  return (
    <Confirm summary={t(`${words}.${act}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`${words}.${act}.preview`, { name, level: plainText(view.level.name, lang) })}</p>
      <Form intent={act} state={state}>
        {act === 'refuse' ? (
          <SelectField
            name="reason"
            label={t('licensing:decide.reason')}
            empty={t('shell:form.choose')}
            options={REFUSAL_REASONS.map((reason) => ({
              value: reason,
              label: t(`licensing:why.${reason}`),
            }))}
          />
        ) : null}
        {view.conditions.length > 0 && !mustSay ? <Conditions view={view} /> : null}
        <TextAreaField
          name="note"
          label={t(mustSay ? 'licensing:decide.note-told' : 'licensing:decide.note')}
          required={mustSay}
          rows={3}
          maxLength={2000}
        />
        <SubmitButton look={isDanger ? 'danger' : 'main'}>{t(`${words}.${act}.submit`)}</SubmitButton>
      </Form>
    </Confirm>
  );
}
