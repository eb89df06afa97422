import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { signUpInput } from '~/domain/access/inputs';
import { signUp } from '~/domain/access/sign-up.server';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { Fold } from '~/ui/kit/confirm';
import { CheckboxField, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { safeReturn } from '~/web/paths';
import { ConsentText } from './consent-text';
import { NameFields } from './name-fields';
import { cookieFor, userAgentOf } from './session-token.server';
import { countingFailures } from './tries.server';

export const loader = publicLoader(async ({ ctx, url }) => {
  const to = url.searchParams.get('to');
  if (ctx.actor) throw redirect(safeReturn(to, ctx.lang));
  return { to };
});

export const action = formAction({
  schema: signUpInput,
  signedIn: false,
  async run(args) {
    const { ctx, input, url } = args;
    const subject = input.contact.email ?? input.contact.phone;
    const { token } = await countingFailures(args, 'sign-up', subject, () =>
      signUp(ctx, { ...input, userAgent: userAgentOf(args) }),
    );
    return {
      redirectTo: safeReturn(url.searchParams.get('to'), input.lang),
      flash: 'access:done.welcome',
      cookies: [cookieFor(args, token)],
    };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({
  title: t('access:sign-up.title'),
  description: t('access:sign-up.lead'),
}));

export default function SignUp() {
  const { t, lang } = useT();
  const { to } = useLoaderData<typeof loader>();
  const state = useFormState();
  const languages = LANGS.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }));
  return (
    <Page title={t('access:sign-up.title')} lead={t('access:sign-up.lead')} width="text">
      <Form state={state}>
        <Field
          name="contact"
          label={t('access:sign-in.contact')}
          hint={t('access:sign-up.contact-hint')}
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
        <SelectField name="lang" label={t('access:sign-up.lang')} options={languages} value={lang} />
        <div>
          <CheckboxField name="consent" label={t('access:sign-up.consent')} required />
          <Fold summary={t('access:sign-up.consent-read')}>
            <ConsentText />
          </Fold>
        </div>
        <SubmitButton>{t('access:sign-up.submit')}</SubmitButton>
      </Form>
      <p className="gap-top">
        {t('access:sign-up.have-account')}{' '}
        <A to={`/sign-in${to ? `?to=${encodeURIComponent(to)}` : ''}`} className="link target">
          {t('access:sign-in.title')}
        </A>
      </p>
    </Page>
  );
}
