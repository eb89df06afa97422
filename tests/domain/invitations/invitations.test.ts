import { beforeAll, expect, test } from 'vitest';
import { acceptInvitation } from '~/domain/invitations/accept-invitation.server';
import { createInvitation } from '~/domain/invitations/create-invitation.server';
import { invitationPage } from '~/domain/invitations/data/invitations.server';
import { findInvitation } from '~/domain/invitations/find-invitation.server';
import { listInvitations } from '~/domain/invitations/list-invitations.server';
import { signUpInvited } from '~/domain/invitations/sign-up-invited.server';
import { withdrawInvitation } from '~/domain/invitations/withdraw-invitation.server';
import { getProfile } from '~/domain/people/get-profile.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { withdrawRole } from '~/domain/people/withdraw-role.server';
import { hasRole } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { actorOf, type SeededPeople, seedPeople } from '../../../prisma/seed/people';
import { useWorld } from '../../support/database';
import { actorOfToken, newcomer, register } from '../../support/people';

const world = useWorld();
let people: SeededPeople;
let admin: Ctx;

beforeAll(async () => {
  people = await seedPeople(world.current.ctx());
  admin = world.current.ctx(await actorOf(world.current.ctx(), 'admin@demo.test'));
});

const place = (slug: string): string => people.organisations[slug]?.id ?? '';
const codeOf = (link: string | null): string => link?.split('/').at(-1) ?? '';

const invitation = (facts: object = {}) => ({
  key: newId(),
  role: 'instructor' as const,
  organisationId: place('tokai'),
  invitedLang: 'ja' as const,
  ...facts,
});

const linkOf = async (facts: object = {}) => codeOf((await createInvitation(admin, invitation(facts))).link);

/** What the form of an invitation gives, from somebody whom nobody knows yet. */
const stranger = (facts: Parameters<typeof newcomer>[0] = {}) => {
  const { lang: _lang, ...form } = newcomer({ family: '佐藤', given: '健', ...facts });
  return form;
};

test('a stranger signs up in Japanese and is an instructor at once, in the organisation that invited', async () => {
  const code = await linkOf();
  expect(await findInvitation(world.current.ctx(null, 'ja'), { code })).toMatchObject({
    state: 'open',
    role: 'instructor',
    lang: 'ja',
  });
  const { token } = await signUpInvited(world.current.ctx(null, 'ja'), { ...stranger(), code });
  const actor = await actorOfToken(world.current, token);
  expect(actor.lang).toBe('ja');
  expect(hasRole(actor, 'instructor', '/tokai/')).toBe(true);
  const { person, grants } = await getProfile(admin, { accountId: actor.accountId });
  expect(person.organisation?.id).toBe(place('tokai'));
  expect(grants).toHaveLength(1);
  expect(await verifyChain(admin.db)).toMatchObject({ finding: null });
});

test('the address to which the link went is proved by it, another one is not', async () => {
  const mailed = async (email: string) => {
    const { link } = await createInvitation(admin, invitation({ email }));
    expect(link).toBeNull();
    const mail = await admin.db.outboxMail.findFirst({ where: { to: email }, orderBy: { id: 'desc' } });
    expect(mail?.lang).toBe('ja');
    return /\/ja\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  const confirmed = async (code: string, contact: string) => {
    const form = stranger({ contact });
    const { token } = await signUpInvited(world.current.ctx(null, 'ja'), { ...form, code });
    return (await actorOfToken(world.current, token)).emailConfirmed;
  };
  expect(await confirmed(await mailed('sensei1@example.jp'), 'sensei1@example.jp')).toBe(true);
  expect(await confirmed(await mailed('sensei2@example.jp'), 'elsewhere@example.jp')).toBe(false);
});

test('the same form twice is one invitation and one mail', async () => {
  const form = invitation({ email: 'once@example.jp' });
  await Promise.all([createInvitation(admin, form), createInvitation(admin, form)]);
  expect(await admin.db.invitation.count({ where: { id: form.key } })).toBe(1);
  expect(await admin.db.outboxMail.count({ where: { to: 'once@example.jp' } })).toBe(1);
  for (const change of [{ email: '' }, { email: 'other@example.jp' }, { role: 'registrar' as const }])
    await expect(createInvitation(admin, { ...form, ...change })).rejects.toMatchObject({
      code: 'invitations.open-form-again',
    });
  const shown = invitation();
  const links = [await createInvitation(admin, shown), await createInvitation(admin, shown)];
  expect(links[0]?.link).toBe(links[1]?.link);
});

test('a link gives its role to one account, twice is once', async () => {
  const code = await linkOf();
  const [one, other] = [await register(world.current), await register(world.current)];
  await Promise.all([acceptInvitation(one.ctx, { code }), acceptInvitation(one.ctx, { code })]);
  await expect(acceptInvitation(other.ctx, { code })).rejects.toMatchObject({ code: 'invitations.gone' });
  const { grants } = await getProfile(admin, { accountId: one.accountId });
  expect(grants.map(({ role }) => role)).toEqual(['instructor']);
  const acts = await admin.db.auditEvent.findMany({
    where: { act: 'invitations.accepted', actorId: one.accountId },
  });
  expect(acts).toHaveLength(1);
});

test('two strangers at once: one of them has the role, of the other there is no account', async () => {
  const code = await linkOf();
  const forms = [stranger(), stranger()];
  const done = await Promise.allSettled(
    forms.map((form) => signUpInvited(world.current.ctx(null, 'ja'), { ...form, code })),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const emails = forms.flatMap(({ contact }) => contact.email ?? []);
  expect(await admin.db.account.count({ where: { email: { in: emails } } })).toBe(1);
});

test('a sign-up that is sent again learns that it has its account', async () => {
  const code = await linkOf();
  const form = { ...stranger(), code };
  await signUpInvited(world.current.ctx(null, 'ja'), form);
  await expect(signUpInvited(world.current.ctx(null, 'ja'), form)).rejects.toMatchObject({
    code: 'people.contact-taken',
    extras: { field: 'contact' },
  });
});

test('withdrawn, expired, unknown and own links give nothing', async () => {
  const { ctx } = await register(world.current);
  const gone = { code: 'invitations.gone' };
  const form = invitation();
  const withdrawn = codeOf((await createInvitation(admin, form)).link);
  for (const _twice of [1, 2]) await withdrawInvitation(admin, { invitationId: form.key });
  await expect(acceptInvitation(ctx, { code: withdrawn })).rejects.toMatchObject(gone);
  await expect(acceptInvitation(ctx, { code: 'unknown' })).rejects.toMatchObject(gone);
  const own = await linkOf();
  await expect(acceptInvitation(admin, { code: own })).rejects.toMatchObject({ code: 'invitations.own' });
  const old = await linkOf();
  const before = world.current.clock.now();
  world.current.clock.set(new Date(before.getTime() + 14 * 86_400_000));
  await expect(acceptInvitation(ctx, { code: old })).rejects.toMatchObject(gone);
  world.current.clock.set(before);
  await acceptInvitation(ctx, { code: old });
  await expect(withdrawInvitation(admin, { invitationId: newId() })).rejects.toMatchObject({
    code: 'invitations.not-found',
  });
});

test('an invitation is worth no more than the admin behind it', async () => {
  const { accountId, token } = await register(world.current);
  await grantRole(admin, { accountId, role: 'admin', organisationId: place('tokai') });
  const { grants } = await getProfile(admin, { accountId });
  const young = world.current.ctx(await actorOfToken(world.current, token));
  const code = codeOf((await createInvitation(young, invitation())).link);
  await withdrawRole(admin, { grantId: grants[0]?.id ?? '' });
  const { ctx } = await register(world.current);
  await expect(acceptInvitation(ctx, { code })).rejects.toMatchObject({ code: 'invitations.gone' });
});

test('admins invite, see and withdraw within their organisations only', async () => {
  const coach = await register(world.current);
  await expect(createInvitation(coach.ctx, invitation())).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(listInvitations(coach.ctx, { after: null })).rejects.toMatchObject({ kind: 'forbidden' });
  const form = invitation();
  await createInvitation(admin, form);
  await expect(withdrawInvitation(coach.ctx, { invitationId: form.key })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const { invitations, places } = await listInvitations(admin, { after: null });
  expect(invitations[0]).toMatchObject({ id: form.key, state: 'open', organisation: { path: '/tokai/' } });
  expect(places.map(({ path }) => path)).toContain('/tokai/');
});

test('the list reads one page by its index', async () => {
  const { db } = admin;
  const by = (await db.account.findFirstOrThrow()).id;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO invitation (id, hash, lang, role, organisation_id, created_by, created_at, expires_at)
    SELECT md5('i' || n)::uuid, 'x' || n, 'ja', 'instructor', ${place('judos')}::uuid, ${by}::uuid, now(), now()
    FROM generate_series(1, 20000) n`);
  await db.$executeRaw(Prisma.sql`ANALYZE invitation`);
  const ids = [place('judos'), place('tokai')];
  const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(
    Prisma.sql`EXPLAIN ${invitationPage(ids, newId(), 51)}`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('invitation_organisation_id_id_idx');
  expect(plan).not.toContain('Seq Scan on invitation');
});
