import { useLoaderData } from '@remix-run/react';
import { changePassword } from '~/domain/access/change-password.server';
import { endSessions } from '~/domain/access/end-sessions.server';
import { getAccess } from '~/domain/access/get-access.server';
import {
  changeEmailInput,
  changePasswordInput,
  endSessionInput,
  nothing,
  removeFactorInput,
} from '~/domain/access/inputs';
import { removeTotp } from '~/domain/access/remove-totp.server';
import { requestConfirmation } from '~/domain/access/request-confirmation.server';
import { setUpTotp } from '~/domain/access/set-up-totp.server';
import { isAgeAsked } from '~/domain/frameworks/is-age-asked.server';
import { getOwnBirthday } from '~/domain/identities/get-own-birthday.server';
import { giveBirthday } from '~/domain/identities/give-birthday.server';
import { giveBirthdaySchema } from '~/domain/identities/inputs';
import { changeLanguage } from '~/domain/people/change-language.server';
import { editNames } from '~/domain/people/edit-names.server';
import { getProfile } from '~/domain/people/get-profile.server';
import {
  changeLanguageInput,
  editNamesInput,
  joinOrganisationInput,
  removeSpellingInput,
} from '~/domain/people/inputs';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { DomainError } from '~/platform/errors';
import { Button } from '~/ui/kit/button';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { writeLangCookie } from '~/web/cookies.server';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { AccessSections } from './access-sections';
import { BirthdaySection } from './birthday-section';
import { ContactSection } from './contact-section';
import { NamesSection } from './names-section';
import { PersonSections } from './person-sections';
import { countingFailures } from './tries.server';

export const loader = signedInLoader(async ({ ctx, url }) => {
  const accountId = ctx.actor?.accountId ?? '';
  const [profile, access, organisations] = await Promise.all([
    getProfile(ctx, { accountId }),
    getAccess(ctx),
    listOrganisations(ctx),
  ]);
  const isAsked = url.searchParams.has('birthday') || (await isAgeAsked(ctx));
  return { profile, access, organisations, birthday: isAsked ? await getOwnBirthday(ctx) : null };
});

const done = (lang: Parameters<typeof pagePath>[0], flash?: string, hash = '') => ({
  redirectTo: `${pagePath(lang, '/account')}${hash}`,
  ...(flash ? { flash } : {}),
});

const birthdayPath = (lang: Parameters<typeof pagePath>[0]) =>
  `${pagePath(lang, '/account')}?birthday#birthday`;

const saved = 'people:done.name-saved';

export const action = formActions({
  name: form({
    schema: editNamesInput,
    async run({ ctx, input }) {
      await editNames(ctx, { set: input });
      return done(ctx.lang, saved, '#names');
    },
  }),
  'remove-name': form({
    schema: removeSpellingInput,
    async run({ ctx, input }) {
      await editNames(ctx, { remove: input });
      return done(ctx.lang, saved, '#names');
    },
  }),
  birthday: form({
    schema: giveBirthdaySchema,
    async run({ ctx, input }) {
      await giveBirthday(ctx, input);
      return { ...done(ctx.lang, 'identities:saved'), redirectTo: birthdayPath(ctx.lang) };
    },
  }),
  language: form({
    schema: changeLanguageInput,
    async run({ ctx, input }) {
      await changeLanguage(ctx, input);
      return {
        ...done(input.lang, 'people:done.language-saved'),
        cookies: [writeLangCookie(ctx.config, input.lang)],
      };
    },
  }),
  organisation: form({
    schema: joinOrganisationInput,
    async run({ ctx, input }) {
      await joinOrganisation(ctx, input);
      return done(ctx.lang, 'people:done.organisation-saved');
    },
  }),
  resend: form({
    schema: nothing,
    async run({ ctx }) {
      await requestConfirmation(ctx, 'again');
      return done(ctx.lang, 'access:done.confirmation-sent');
    },
  }),
  email: form({
    schema: changeEmailInput,
    async run(args) {
      const { ctx, input } = args;
      const accountId = ctx.actor?.accountId ?? '';
      await countingFailures(args, 'password', accountId, () => requestConfirmation(ctx, input));
      return done(ctx.lang, 'access:done.confirmation-sent');
    },
  }),
  password: form({
    schema: changePasswordInput,
    async run(args) {
      const { ctx, input } = args;
      await countingFailures(args, 'password', ctx.actor?.accountId ?? '', () => changePassword(ctx, input));
      return done(ctx.lang, 'access:done.password-changed');
    },
  }),
  'end-session': form({
    schema: endSessionInput,
    async run({ ctx, input }) {
      await endSessions(ctx, input);
      return done(ctx.lang, 'access:done.sessions-ended', '#sessions');
    },
  }),
  'end-others': form({
    schema: nothing,
    async run({ ctx }) {
      await endSessions(ctx, 'others');
      return done(ctx.lang, 'access:done.sessions-ended', '#sessions');
    },
  }),
  'set-up-factor': form({
    schema: nothing,
    async run({ ctx }) {
      await setUpTotp(ctx, { fresh: false });
      return { redirectTo: pagePath(ctx.lang, '/account/second-factor') };
    },
  }),
  'remove-factor': form({
    schema: removeFactorInput,
    async run(args) {
      const { ctx, input } = args;
      if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
      await countingFailures(args, 'password', ctx.actor.accountId, () => removeTotp(ctx, input));
      return done(ctx.lang, 'access:done.factor-off');
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('people:account.title'), noindex: true }));

export default function Account() {
  const { t } = useT();
  const { profile, access, organisations, birthday } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('people:account.title')}
      lead={profile.person.displayNames[useT().lang]}
      actions={<SignOutButton />}
    >
      <ContactSection profile={profile} waitingEmail={access.waitingEmail} />
      <PersonSections profile={profile} organisations={organisations} />
      {birthday ? <BirthdaySection birthday={birthday} /> : null}
      <NamesSection names={profile.names} />
      <AccessSections access={access} />
    </Page>
  );
}

function SignOutButton() {
  const { t, lang } = useT();
  return (
    <form method="post" action={`/${lang}/sign-out`}>
      <Button look="plain">{t('shell:action.sign-out')}</Button>
    </form>
  );
}
