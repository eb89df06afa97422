import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmEmail } from '~/domain/access/confirm-email.server';
import { findCode } from '~/domain/access/find-code.server';
import { nothing } from '~/domain/access/inputs';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { GoneCode } from './gone-code';
import { countingFailures } from './tries.server';

/** Opening the link confirms nothing: programs that look through mails open links too. */
export const loader = publicLoader(async ({ ctx, params }) => {
  const isGone = (await findCode(ctx, { kind: 'confirm-email', code: params.code ?? '' })) === 'gone';
  return data({ isGone }, { status: isGone ? 404 : 200 });
});

export const action = formAction({
  schema: nothing,
  signedIn: false,
  async run(args) {
    const { ctx, params } = args;
    const code = params.code ?? '';
    await countingFailures(args, 'one-time-code', code, () => confirmEmail(ctx, { code }));
    return {
      redirectTo: pagePath(ctx.lang, ctx.actor ? '/learn' : '/sign-in'),
      flash: 'access:done.email-confirmed',
    };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('access:confirm.title'), noindex: true }));

export default function ConfirmEmail() {
  const { t } = useT();
  const { isGone } = useLoaderData<typeof loader>();
  const state = useFormState();
  if (isGone) return <GoneCode to="/account" action={t('people:account.resend')} />;
  return (
    <Page title={t('access:confirm.title')} lead={t('access:confirm.text')} width="text">
      <Form state={state}>
        <SubmitButton>{t('access:confirm.submit')}</SubmitButton>
      </Form>
    </Page>
  );
}
