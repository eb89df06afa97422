import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCode } from '~/domain/access/find-code.server';
import { resetPasswordInput } from '~/domain/access/inputs';
import { resetPassword } from '~/domain/access/reset-password.server';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { GoneCode } from './gone-code';
import { countingFailures } from './tries.server';

export const loader = publicLoader(async ({ ctx, params }) => {
  const usable = (await findCode(ctx, { kind: 'reset-password', code: params.code ?? '' })) === 'fresh';
  return data({ usable }, { status: usable ? 200 : 404 });
});

export const action = formAction({
  schema: resetPasswordInput,
  signedIn: false,
  async run(args) {
    const { ctx, input, params } = args;
    const code = params.code ?? '';
    await countingFailures(args, 'one-time-code', code, () =>
      resetPassword(ctx, { code, password: input.password }),
    );
    return { redirectTo: pagePath(ctx.lang, '/sign-in'), flash: 'access:done.password-reset' };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({
  title: t('access:new-password.title'),
  noindex: true,
}));

export default function ResetPassword() {
  const { t } = useT();
  const { usable } = useLoaderData<typeof loader>();
  const state = useFormState();
  if (!usable) return <GoneCode to="/reset-password" action={t('access:new-password.gone-action')} />;
  return (
    <Page title={t('access:new-password.title')} lead={t('access:new-password.lead')} width="text">
      <Form state={state}>
        <NewPasswordFields />
        <SubmitButton>{t('access:new-password.submit')}</SubmitButton>
      </Form>
    </Page>
  );
}

function NewPasswordFields() {
  const { t } = useT();
  return (
    <>
      <Field
        name="password"
        type="password"
        label={t('access:new-password.password')}
        hint={t('access:sign-up.password-hint')}
        autoComplete="new-password"
        minLength={10}
      />
      <Field
        name="passwordAgain"
        type="password"
        label={t('access:new-password.again')}
        autoComplete="new-password"
      />
    </>
  );
}
