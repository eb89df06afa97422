import { expect, test } from 'vitest';
import type { Role } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { register } from '../../support/people';

const world = useWorld();

async function found(slug: string, kind: string): Promise<string> {
  const id = newId();
  await world.current.ctx().db.organisation.create({
    data: {
      id,
      slug,
      kind,
      name: { original: 'en', en: { text: slug, origin: 'author' } },
      path: `/${slug}/`,
    },
  });
  return id;
}

async function hold(contact: string, role: Role, organisationIds: string[], facts: object = {}) {
  const { accountId } = await register(world.current, {
    contact,
    lang: contact.endsWith('jp') ? 'ja' : 'kk',
  });
  const { db, clock } = world.current.ctx();
  await db.account.update({ where: { id: accountId }, data: { emailConfirmedAt: clock.now(), ...facts } });
  for (const organisationId of organisationIds) {
    const grant = { id: newId(), accountId, role, organisationId, grantedAt: clock.now() };
    await db.roleGrant.create({ data: grant });
  }
  return accountId;
}

test('admins and registrars of both partners keep checkpoints, each once, in their language', async () => {
  const [kjf, jenys, judos] = [
    await found('kjf', 'federation'),
    await found('jenys', 'partner'),
    await found('judos', 'partner'),
  ];
  await hold('both@test.kz', 'admin', [kjf, jenys, judos]);
  await hold('office@test.jp', 'registrar', [judos]);
  await hold('federation@test.kz', 'admin', [kjf]);
  await hold('teacher@test.jp', 'instructor', [judos]);
  await hold('unconfirmed@test.kz', 'admin', [jenys], { emailConfirmedAt: null });
  const former = await hold('former@test.kz', 'admin', [jenys]);
  const { db, clock } = world.current.ctx();
  await db.roleGrant.updateMany({ where: { accountId: former }, data: { withdrawnAt: clock.now() } });
  const ctx = world.current.ctx();
  const receivers = await ctx.ports.checkpointReceivers(ctx);
  expect(receivers.sort((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
    { to: 'both@test.kz', lang: 'kk' },
    { to: 'office@test.jp', lang: 'ja' },
  ]);
});
