import { Fold } from '~/ui/kit/confirm';
import { CheckboxField, Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { ConsentText } from '../consent-text';
import { NameFields } from '../name-fields';

/** Somebody who is signed in takes the role with the own account. */
export function AcceptForm({ name }: { name: string }) {
  const { t } = useT();
  const state = useFormState('accept');
  return (
    <>
      <p>{t('invitations:own-account', { name })}</p>
      <Form intent="accept" state={state}>
        <SubmitButton>{t('invitations:accept')}</SubmitButton>
      </Form>
      <p className="quiet">
        {t('invitations:other-account')}{' '}
        <A to="/sign-out" className="link target">
          {t('access:sign-out.title')}
        </A>
      </p>
    </>
  );
}

/** A new account, in the language of the page. */
export function InvitedSignUp({ code, email }: { code: string; email: string }) {
  const { t, lang } = useT();
  const state = useFormState('sign-up');
  const back = encodeURIComponent(`/${lang}/invitation/${code}`);
  return (
    <section className="section stack">
      <h2>{t('invitations:new-account')}</h2>
      <p>{t('invitations:new-account-text')}</p>
      <p>
        {t('invitations:have-account')}{' '}
        <A to={`/sign-in?to=${back}`} className="link target">
          {t('access:sign-in.title')}
        </A>
      </p>
      <Form intent="sign-up" state={state}>
        <Field
          name="contact"
          label={t('access:sign-in.contact')}
          hint={t('invitations:contact-hint')}
          value={email}
          autoComplete="username"
          spellCheck={false}
          maxLength={200}
        />
        <NameFields />
        <Field
          name="password"
          type="password"
          label={t('access:sign-in.password')}
          hint={t('access:sign-up.password-hint')}
          autoComplete="new-password"
          minLength={10}
        />
        <div>
          <CheckboxField name="consent" label={t('access:sign-up.consent')} required />
          <Fold summary={t('access:sign-up.consent-read')}>
            <ConsentText />
          </Fold>
        </div>
        <SubmitButton>{t('invitations:submit')}</SubmitButton>
      </Form>
    </section>
  );
}
