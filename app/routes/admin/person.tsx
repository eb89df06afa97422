import { useLoaderData } from '@remix-run/react';
import { nothing } from '~/domain/access/inputs';
import { issueResetCode } from '~/domain/access/issue-reset-code.server';
import { removeTotp } from '~/domain/access/remove-totp.server';
import { getProfile } from '~/domain/people/get-profile.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { grantRoleForm, withdrawRoleInput } from '~/domain/people/inputs';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { mayGrantAt } from '~/domain/people/policy';
import { withdrawRole } from '~/domain/people/withdraw-role.server';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { AboutPerson } from './about-person';
import { accountOf } from './account-of.server';
import { HelpSection } from './help-section';
import { issuedCodeCookie, readIssuedCode } from './issued-code.server';
import { RolesSection } from './roles-section';

export const loader = signedInLoader(async (args) => {
  const { ctx } = args;
  const accountId = accountOf(args);
  const [profile, organisations] = await Promise.all([
    getProfile(ctx, { accountId }),
    listOrganisations(ctx),
  ]);
  return {
    accountId,
    profile,
    isOwn: ctx.actor?.accountId === accountId,
    places: organisations.filter(({ path }) => mayGrantAt(ctx.actor, path)),
    organisation: organisations.find(({ id }) => id === profile.person.organisation?.id)?.name ?? null,
    issued: readIssuedCode(args, accountId),
    resetAddress: `${ctx.config.publicUrl}/${profile.person.account?.lang ?? 'ru'}/reset-password`,
  };
});

const back = (args: LoadArgs) => pagePath(args.ctx.lang, `/admin/people/${accountOf(args)}`);

export const action = formActions({
  grant: form({
    schema: grantRoleForm,
    async run(args) {
      await grantRole(args.ctx, { ...args.input, accountId: accountOf(args) });
      return { redirectTo: back(args), flash: 'admin:done.role-granted' };
    },
  }),
  withdraw: form({
    schema: withdrawRoleInput,
    async run(args) {
      const redirectTo = back(args);
      await withdrawRole(args.ctx, args.input);
      return { redirectTo, flash: 'admin:done.role-withdrawn' };
    },
  }),
  'reset-code': form({
    schema: nothing,
    async run(args) {
      const accountId = accountOf(args);
      const { code, expiresAt } = await issueResetCode(args.ctx, { accountId });
      return {
        redirectTo: back(args),
        cookies: [issuedCodeCookie(args, { accountId, code, expiresAt: expiresAt.toISOString() })],
      };
    },
  }),
  'remove-factor': form({
    schema: nothing,
    async run(args) {
      await removeTotp(args.ctx, { accountId: accountOf(args) });
      return { redirectTo: back(args), flash: 'admin:done.factor-removed' };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('admin:people.title'), noindex: true }));

export default function Person() {
  const { t, lang } = useT();
  const { accountId, profile, isOwn, places, organisation, issued, resetAddress } =
    useLoaderData<typeof loader>();
  const crumbs = [{ to: '/admin/people', label: t('admin:people.title') }];
  return (
    <Page title={profile.person.displayNames[lang] || t('people:names.none')} width="office" crumbs={crumbs}>
      <AboutPerson accountId={accountId} profile={profile} organisation={organisation} />
      <RolesSection grants={profile.grants} places={places} isOwn={isOwn} />
      {isOwn ? null : <HelpSection issued={issued} address={resetAddress} />}
    </Page>
  );
}
