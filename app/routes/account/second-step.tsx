import { redirect } from '@remix-run/node';
import { checkTotp } from '~/domain/access/check-totp.server';
import { findWaitingAccount } from '~/domain/access/find-waiting-account.server';
import { secondStepInput } from '~/domain/access/inputs';
import { DomainError } from '~/platform/errors';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath, safeReturn } from '~/web/paths';
import { cookieFor, tokenOf } from './session-token.server';
import { countingFailures } from './tries.server';

export const loader = publicLoader(async (args) => {
  const { ctx, url } = args;
  if (ctx.actor) throw redirect(safeReturn(url.searchParams.get('to'), ctx.lang));
  if (!(await findWaitingAccount(ctx, { token: tokenOf(args) ?? '' })))
    throw redirect(pagePath(ctx.lang, '/sign-in'));
  return null;
});

export const action = formAction({
  schema: secondStepInput,
  signedIn: false,
  async run(args) {
    const { ctx, input, url } = args;
    const token = tokenOf(args) ?? '';
    const waiting = await findWaitingAccount(ctx, { token });
    if (!waiting) throw new DomainError('gone', 'access.sign-in-again');
    const done = await countingFailures(args, 'second-step', waiting.accountId, () =>
      checkTotp(ctx, { token, code: input.code }),
    );
    return {
      redirectTo: safeReturn(url.searchParams.get('to'), ctx.lang),
      cookies: [cookieFor(args, done.token)],
    };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({
  title: t('access:second-step.title'),
  noindex: true,
}));

export default function SecondStep() {
  const { t } = useT();
  return (
    <Page title={t('access:second-step.title')} lead={t('access:second-step.lead')} width="text">
      <Form state={useFormState()}>
        <Field
          name="code"
          label={t('access:second-step.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          short
        />
        <SubmitButton>{t('access:sign-in.submit')}</SubmitButton>
      </Form>
      <p className="quiet gap-top">{t('access:second-step.lost')}</p>
    </Page>
  );
}
