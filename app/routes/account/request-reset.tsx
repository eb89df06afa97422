import { enterCodeInput, requestResetInput } from '~/domain/access/inputs';
import { requestPasswordReset } from '~/domain/access/request-password-reset.server';
import { readContact } from '~/domain/people/inputs';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { countingRequests } from './tries.server';

export const loader = publicLoader(async () => null);

export const action = formActions({
  mail: form({
    schema: requestResetInput,
    signedIn: false,
    async run(args) {
      const { ctx, input } = args;
      const known = readContact(input.contact);
      const subject = known?.email ?? known?.phone ?? input.contact;
      await countingRequests(args, 'reset-request', subject, () => requestPasswordReset(ctx, input));
      return { redirectTo: pagePath(ctx.lang, '/reset-password'), flash: 'access:done.reset-sent' };
    },
  }),
  code: form({
    schema: enterCodeInput,
    signedIn: false,
    async run({ ctx, input }) {
      const code = input.resetCode.replace(/[^\w-]/g, '');
      return { redirectTo: pagePath(ctx.lang, code === '' ? '/reset-password' : `/reset-password/${code}`) };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('access:reset.title'), noindex: true }));

export default function RequestReset() {
  const { t } = useT();
  return (
    <Page title={t('access:reset.title')} lead={t('access:reset.lead')} width="text">
      <Form intent="mail" state={useFormState('mail')}>
        <Field
          name="contact"
          label={t('people:account.email')}
          autoComplete="username"
          spellCheck={false}
          maxLength={200}
        />
        <SubmitButton>{t('access:reset.submit')}</SubmitButton>
      </Form>
      <section className="section stack">
        <h2>{t('access:reset.by-code')}</h2>
        <p className="measure">{t('access:reset.by-code-text')}</p>
        <Form intent="code" state={useFormState('code')}>
          <Field
            name="resetCode"
            label={t('access:reset.code')}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            short
          />
          <SubmitButton look="plain">{t('access:reset.code-submit')}</SubmitButton>
        </Form>
      </section>
    </Page>
  );
}
