import { endSessions } from '~/domain/access/end-sessions.server';
import { nothing } from '~/domain/access/inputs';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { endSessionCookie } from '~/web/cookies.server';
import { formAction, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

export const loader = publicLoader(async () => null);

export const action = formAction({
  schema: nothing,
  signedIn: false,
  async run({ ctx }) {
    if (ctx.actor) await endSessions(ctx, { sessionId: ctx.actor.sessionId });
    return {
      redirectTo: pagePath(ctx.lang, '/'),
      flash: 'access:done.signed-out',
      cookies: [endSessionCookie(ctx.config)],
    };
  },
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('access:sign-out.title'), noindex: true }));

export default function SignOut() {
  const { t } = useT();
  return (
    <Page title={t('access:sign-out.title')} lead={t('access:sign-out.text')} width="text">
      <Form>
        <SubmitButton>{t('shell:action.sign-out')}</SubmitButton>
      </Form>
    </Page>
  );
}
