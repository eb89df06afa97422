import type { ShownPerson } from '~/domain/consents/types';
import { Button } from '~/ui/kit/button';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { CheckboxField, DateField, Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { StatusMark } from '~/ui/kit/status';
import { Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** Who can be recognised, and what each of them agreed to. */
export function PersonSection({ persons }: { persons: readonly ShownPerson[] }) {
  const { t } = useT();
  const state = useFormState('add-person');
  return (
    <section className="stack">
      <h2>{t('consents:persons')}</h2>
      <p className="quiet measure">{t('consents:persons-hint')}</p>
      {persons.length === 0 ? (
        <p className="quiet">{t('consents:none')}</p>
      ) : (
        <ul className="list">
          {persons.map((person) => (
            <li key={person.id} className="stack stack-s">
              <PersonLine person={person} />
            </li>
          ))}
        </ul>
      )}
      <Form intent="add-person" state={state} className="form">
        <Field name="name" label={t('consents:name')} maxLength={120} autoComplete="off" />
        <CheckboxField name="isMinor" label={t('consents:minor')} />
        <SubmitButton look="plain">{t('consents:add')}</SubmitButton>
      </Form>
    </section>
  );
}

function ConsentState({ person: { isMinor, consentedOn, isWithdrawn } }: { person: ShownPerson }) {
  const { t, fmt } = useT();
  if (isWithdrawn) return <StatusMark status="withdrawn">{t('consents:state.withdrawn')}</StatusMark>;
  if (consentedOn)
    return <StatusMark status="met">{t('consents:state.given', { date: fmt.date(consentedOn) })}</StatusMark>;
  return (
    <StatusMark status="missing">
      {t(isMinor ? 'consents:state.minor-missing' : 'consents:state.missing')}
    </StatusMark>
  );
}

function PersonLine({ person }: { person: ShownPerson }) {
  const { t } = useT();
  const { id, name, isMinor, isWithdrawn, consentedOn, givenBy, abroad } = person;
  const sent = useFormState('record-consent');
  const state = sent?.values.personId === id ? sent : undefined;
  return (
    <>
      <p className="row">
        <span className="strong" translate="no">
          {name}
        </span>
        {isMinor ? <Tag>{t('consents:minor')}</Tag> : null}
        <ConsentState person={person} />
      </p>
      {isWithdrawn ? null : (
        <div className="row">
          <Fold summary={t('consents:record')} open={state !== undefined}>
            <Form intent="record-consent" state={state} className="form">
              <input type="hidden" name="personId" value={id} />
              <DateField
                name="consentedOn"
                label={t('consents:consented-on')}
                value={consentedOn ?? undefined}
              />
              <Field
                name="givenBy"
                label={t('consents:given-by')}
                hint={t('consents:given-by-hint')}
                value={givenBy ?? undefined}
                maxLength={120}
                autoComplete="off"
              />
              <CheckboxField name="abroad" label={t('consents:abroad')} checked={abroad} />
              <SubmitButton small>{t('consents:save')}</SubmitButton>
            </Form>
          </Fold>
          <Confirm summary={t('consents:withdraw')} danger>
            <p>{t('consents:withdraw-what')}</p>
            <Form intent="withdraw-consent">
              <input type="hidden" name="personId" value={id} />
              <Button look="danger">{t('consents:withdraw-now')}</Button>
            </Form>
          </Confirm>
        </div>
      )}
    </>
  );
}
