import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { signInInput } from '~/domain/access/inputs';
import { signIn } from '~/domain/access/sign-in.server';
import { readContact } from '~/domain/people/inputs';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath, safeReturn } from '~/web/paths';
import { cookieFor, tokenOf, userAgentOf } from './session-token.server';
import { countingFailures } from './tries.server';

export const loader = publicLoader(async ({ ctx, url }) => {
  const to = url.searchParams.get('to');
  if (ctx.actor) throw redirect(safeReturn(to, ctx.lang));
  return { to };
});

export const action = formAction({
  schema: signInInput,
  signedIn: false,
  async run(args) {
    const { ctx, input, url } = args;
    const known = readContact(input.contact);
    const subject = known?.email ?? known?.phone ?? input.contact;
    const done = await countingFailures(args, 'sign-in', subject, () =>
      signIn(ctx, { ...input, userAgent: userAgentOf(args), previousToken: tokenOf(args) }),
    );
    const to = url.searchParams.get('to');
    const onward = to ? `?to=${encodeURIComponent(to)}` : '';
    return {
      redirectTo: done.waitsForCode ? pagePath(ctx.lang, `/sign-in/code${onward}`) : safeReturn(to, ctx.lang),
      cookies: [cookieFor(args, done.token)],
    };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('access:sign-in.title'), noindex: true }));

export default function SignIn() {
  const { t } = useT();
  const { to } = useLoaderData<typeof loader>();
  const onward = to ? `?to=${encodeURIComponent(to)}` : '';
  return (
    <Page title={t('access:sign-in.title')} width="text">
      <Form state={useFormState()}>
        <Field
          name="contact"
          label={t('access:sign-in.contact')}
          autoComplete="username"
          spellCheck={false}
          maxLength={200}
        />
        <Field
          name="password"
          type="password"
          label={t('access:sign-in.password')}
          autoComplete="current-password"
        />
        <div className="row">
          <SubmitButton>{t('access:sign-in.submit')}</SubmitButton>
          <A to="/reset-password" className="link target">
            {t('access:sign-in.forgot')}
          </A>
        </div>
      </Form>
      <p className="gap-top">
        {t('access:sign-in.no-account')}{' '}
        <A to={`/sign-up${onward}`} className="link target">
          {t('access:sign-in.sign-up')}
        </A>
      </p>
    </Page>
  );
}
