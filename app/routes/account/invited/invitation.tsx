import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nothing } from '~/domain/access/inputs';
import { acceptInvitation } from '~/domain/invitations/accept-invitation.server';
import { findInvitation } from '~/domain/invitations/find-invitation.server';
import { signUpInvitedInput } from '~/domain/invitations/inputs';
import { signUpInvited } from '~/domain/invitations/sign-up-invited.server';
import type { Invitation as InvitationFacts } from '~/domain/invitations/types';
import type { Lang } from '~/i18n/locales';
import type { Role } from '~/platform/actor';
import { Facts } from '~/ui/kit/facts';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { cookieFor, userAgentOf } from '../session-token.server';
import { countingFailures } from '../tries.server';
import { AcceptForm, InvitedSignUp } from './invitation-forms';

/** Where the work of a role begins; guarded roles are first shown whether they lack the second step. */
const FIRST_PAGE: Readonly<Record<Role, string>> = {
  instructor: '/studio/recordings',
  editor: '/studio/recordings',
  assessor: '/assess',
  registrar: '/account',
  coordinator: '/learn',
  observer: '/office/reports',
  admin: '/account',
};

const done = (lang: Lang, { role }: InvitationFacts) => ({
  redirectTo: pagePath(lang, FIRST_PAGE[role]),
  flash: 'invitations:done',
});

/** Opening the link accepts nothing: programs that look through mails open links too. */
export const loader = publicLoader(async ({ ctx, params }) => {
  const code = params.code ?? '';
  const found = await findInvitation(ctx, { code });
  const isMine = found !== null && ctx.actor !== null && found.acceptedBy === ctx.actor.accountId;
  const isOpen = found !== null && (found.state === 'open' || isMine);
  const offer = isOpen
    ? {
        role: found.role,
        organisation: found.organisation.name,
        until: found.expiresAt,
        email: found.email ?? '',
      }
    : null;
  const view = { code, offer, name: ctx.actor?.name ?? null };
  return data(view, { status: offer ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
});

export const action = formActions({
  accept: form({
    schema: nothing,
    async run(args) {
      const { ctx, params } = args;
      const invitation = await countingFailures(args, 'one-time-code', ctx.actor?.accountId ?? '', () =>
        acceptInvitation(ctx, { code: params.code ?? '' }),
      );
      return done(ctx.lang, invitation);
    },
  }),
  'sign-up': form({
    schema: signUpInvitedInput,
    signedIn: false,
    async run(args) {
      const { ctx, input, params } = args;
      const subject = input.contact.email ?? input.contact.phone;
      const { token, invitation } = await countingFailures(args, 'sign-up', subject, () =>
        signUpInvited(ctx, { ...input, code: params.code ?? '', userAgent: userAgentOf(args) }),
      );
      return { ...done(ctx.lang, invitation), cookies: [cookieFor(args, token)] };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('invitations:title'), noindex: true }));

/** The moments of a reader's day. */
const ZONE = { kk: 'Asia/Almaty', ru: 'Asia/Almaty', en: 'UTC', ja: 'Asia/Tokyo' } as const;

export default function Invitation() {
  const { t, fmt, lang } = useT();
  const { code, offer, name } = useLoaderData<typeof loader>();
  if (!offer) {
    return <Page title={t('invitations:gone')} lead={t('invitations:gone-text')} width="text" />;
  }
  return (
    <Page title={t('invitations:title')} lead={t('invitations:lead')} width="text">
      <div className="stack">
        <Facts
          items={[
            { label: t('invitations:from'), value: <Text value={offer.organisation} /> },
            { label: t('invitations:role'), value: t(`people:role.${offer.role}`) },
            { label: t('invitations:until'), value: fmt.dateTime(offer.until, ZONE[lang]) },
          ]}
        />
        <p className="measure">{t(`invitations:may.${offer.role}`)}</p>
        {name === null ? <InvitedSignUp code={code} email={offer.email} /> : <AcceptForm name={name} />}
      </div>
    </Page>
  );
}
