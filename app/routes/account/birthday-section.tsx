import type { OwnBirthday } from '~/domain/identities/get-own-birthday.server';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** The own birthday, where rules ask for an age. Nobody else is shown it. */
export function BirthdaySection({ birthday }: { birthday: OwnBirthday }) {
  const { t, fmt } = useT();
  const { birthOn, mayGive } = birthday;
  const state = useFormState('birthday');
  return (
    <section className="section stack" id="birthday">
      <h2>{t('identities:birthday.title')}</h2>
      <p className="measure">{t('identities:birthday.text')}</p>
      {birthOn ? <p>{fmt.date(birthOn)}</p> : null}
      {!birthOn ? <BirthdayForm /> : null}
      {birthOn && mayGive ? (
        <Confirm summary={t('identities:birthday.correct')} open={state !== undefined}>
          <BirthdayForm />
        </Confirm>
      ) : null}
      {birthOn && !mayGive ? <p className="quiet">{t('identities:birthday.from-the-office')}</p> : null}
    </section>
  );
}

function BirthdayForm() {
  const { t } = useT();
  return (
    <Form intent="birthday" state={useFormState('birthday')}>
      <DateField name="birthOn" label={t('identities:birthday.label')} autoComplete="bday" min="1900-01-01" />
      <div>
        <SubmitButton look="plain">{t('shell:action.save')}</SubmitButton>
      </div>
    </Form>
  );
}
