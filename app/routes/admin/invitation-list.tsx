import { useLoaderData } from '@remix-run/react';
import { createInvitation } from '~/domain/invitations/create-invitation.server';
import { createInvitationInput, withdrawInvitationInput } from '~/domain/invitations/inputs';
import { listInvitations } from '~/domain/invitations/list-invitations.server';
import { withdrawInvitation } from '~/domain/invitations/withdraw-invitation.server';
import type { ListedOrganisation } from '~/domain/people/list-organisations.server';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { isId, newId } from '~/platform/ids';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { InvitationTable } from './invitation-table';
import { issuedCodeCookie, noIssuedCode, readIssuedCode } from './issued-code.server';
import { RoleFields } from './role-fields';

const PATH = '/admin/invitations';

export const loader = signedInLoader(async (args) => {
  const { ctx, url } = args;
  const asked = url.searchParams.get('after');
  const after = isId(asked) ? asked : null;
  const list = await listInvitations(ctx, { after });
  return {
    ...list,
    key: newId(),
    after,
    link: readIssuedCode(args, ctx.actor?.accountId ?? '')?.code ?? null,
  };
});

export const action = formActions({
  create: form({
    schema: createInvitationInput,
    async run(args) {
      const { ctx, input } = args;
      const { link } = await createInvitation(ctx, input);
      const redirectTo = pagePath(ctx.lang, PATH);
      if (link === null) return { redirectTo, flash: 'invitations:office.sent', cookies: [noIssuedCode] };
      const accountId = ctx.actor?.accountId ?? '';
      const shown = issuedCodeCookie(args, {
        accountId,
        code: link,
        expiresAt: ctx.clock.now().toISOString(),
      });
      return { redirectTo, cookies: [shown] };
    },
  }),
  withdraw: form({
    schema: withdrawInvitationInput,
    async run({ ctx, input }) {
      await withdrawInvitation(ctx, input);
      const redirectTo = pagePath(ctx.lang, PATH);
      return { redirectTo, flash: 'invitations:office.withdrawn', cookies: [noIssuedCode] };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({
  title: t('invitations:office.title'),
  noindex: true,
}));

export default function Invitations() {
  const { t } = useT();
  const { invitations, next, after, places, link, key } = useLoaderData<typeof loader>();
  const withdrawal = useFormState('withdraw');
  return (
    <Page title={t('invitations:office.title')} lead={t('invitations:office.lead')} width="office">
      <div className="stack">
        {link ? (
          <Notice title={t('invitations:office.link')} live>
            <p className="break">
              <a href={link} className="link">
                {link}
              </a>
            </p>
            <p>{t('invitations:office.link-text')}</p>
          </Notice>
        ) : null}
        {withdrawal?.formError ? <p className="field-error">{withdrawal.formError}</p> : null}
        <InviteForm places={places} formKey={key} />
        <InvitationTable invitations={invitations} />
        <Pagination first={after ? PATH : null} next={next ? `${PATH}?after=${next}` : null} />
      </div>
    </Page>
  );
}

function InviteForm({ places, formKey }: { places: readonly ListedOrganisation[]; formKey: string }) {
  const { t, lang } = useT();
  const state = useFormState('create');
  const languages = LANGS.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }));
  return (
    <Confirm summary={t('invitations:office.new')} open={state !== undefined}>
      <Form intent="create" state={state}>
        <input type="hidden" name="key" value={formKey} />
        <RoleFields places={places} />
        <SelectField
          name="invitedLang"
          label={t('invitations:office.invited-lang')}
          options={languages}
          value={lang}
        />
        <Field
          name="email"
          type="email"
          label={t('invitations:office.email')}
          hint={t('invitations:office.email-hint')}
          required={false}
          maxLength={200}
        />
        <SubmitButton>{t('invitations:office.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
