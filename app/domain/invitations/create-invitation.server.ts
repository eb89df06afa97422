import { type ListedOrganisation, listOrganisations } from '~/domain/people/list-organisations.server';
import { mayGrantAt } from '~/domain/people/policy';
import { plainText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import type { Role } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findInvitationBy, insertInvitation, type NewInvitation } from './data/invitations.server';
import { type CreateInvitationInput, createInvitationInput } from './inputs';
import { INVITATION_DAYS } from './rules/invitation-state';

/** The code of a link: nobody can compute it without the installation's key, and a form sent twice has one. */
const PURPOSE = 'invitation';

/**
 * An admin invites somebody into a role of an own organisation. With an e-mail address the link goes there and `link` is
 * null; without one it is answered here and nowhere else. The same key again is the same invitation. Throws invalid
 * 'people.no-such-organisation' at its field, conflict 'invitations.open-form-again', 'shell.no-right'.
 */
export async function createInvitation(
  ctx: Ctx,
  input: CreateInvitationInput,
): Promise<{ invitationId: string; link: string | null }> {
  const { actor } = ctx;
  const { key, role, organisationId, lang, level, invitedLang, email } = createInvitationInput.parse(input);
  const [organisation] = await listOrganisations(ctx, { ids: [organisationId] });
  if (!actor || !mayGrantAt(actor, organisation?.path ?? '/')) {
    throw new DomainError('forbidden', 'shell.no-right');
  }
  if (!organisation)
    throw new DomainError('invalid', 'people.no-such-organisation', { field: 'organisationId' });
  const code = ctx.secrets.sign(PURPOSE, `${actor.accountId} ${key}`);
  const link = `${ctx.config.publicUrl}/${invitedLang}/invitation/${code}`;
  const facts = {
    lang: invitedLang,
    email: email ?? null,
    role,
    organisationId,
    grantLang: role === 'editor' ? (lang ?? null) : null,
    level: role === 'assessor' ? (level ?? null) : null,
  };
  return inTransaction(ctx, async (tx) => {
    const isNew = await insertInvitation(tx, { id: key, ...facts, code, createdBy: actor.accountId });
    if (isNew) {
      if (email) await mailLink(tx, { to: email, lang: invitedLang, link, role, organisation });
      await recordAct(tx, {
        act: 'invitations.created',
        subject: { type: 'invitation', id: key },
        detail: { ...facts, path: organisation.path },
      });
    } else await requireSame(tx, key, { ...facts, createdBy: actor.accountId });
    return { invitationId: key, link: email ? null : link };
  });
}

/** A key that was used before stands for what was made with it, and for nothing else. */
async function requireSame(tx: Ctx, id: string, facts: Omit<NewInvitation, 'id' | 'code'>): Promise<void> {
  const made = await findInvitationBy(tx, { id });
  const known = made && { ...made, organisationId: made.organisation.id };
  const isSame = Object.entries(facts).every(
    ([name, value]) => known?.[name as keyof typeof facts] === value,
  );
  if (!isSame) throw new DomainError('conflict', 'invitations.open-form-again');
}

type Letter = { to: string; lang: Lang; link: string; role: Role; organisation: ListedOrganisation };

async function mailLink(tx: Ctx, { to, lang, link, role, organisation }: Letter): Promise<void> {
  const params = {
    link,
    days: INVITATION_DAYS,
    organisation: plainText(organisation.name, lang),
    role: translator(lang)(`people:role.${role}`),
  };
  await tx.mail.send({ to, lang, message: { key: 'invitation', params } });
}
