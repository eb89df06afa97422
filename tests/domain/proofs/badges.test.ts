import { beforeAll, expect, test } from 'vitest';
import { checkBadges } from '~/domain/proofs/check-badges.server';
import { getBadge } from '~/domain/proofs/get-badge.server';
import { getDidDocument } from '~/domain/proofs/get-did-document.server';
import { getStatusCredential } from '~/domain/proofs/get-status-credential.server';
import { openBadge, statusListCredential } from '~/domain/proofs/inputs';
import { listBadges } from '~/domain/proofs/list-badges.server';
import { signBadges } from '~/domain/proofs/sign-badges.server';
import { signMissingBadges } from '~/domain/proofs/sign-missing-badges.server';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';

const world = useWorld();
let house: CredentialWorld;
let ctx: Ctx;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  ctx = house.as(null);
});

async function issue(name: string) {
  const person = await house.newPerson(name);
  const { serial } = await house.issue(person, { from: '2026-11-01', until: '2028-10-31' });
  const { id } = await ctx.db.credential.findUniqueOrThrow({ where: { serial } });
  return { id, serial, person };
}

const rowsOf = (serial: string) =>
  ctx.db.signedBadge.findMany({ where: { serial }, orderBy: { lang: 'asc' } });

test('an issue has its badges signed, once in each language, with what the paper says and nothing else', async () => {
  const { id, serial, person } = await issue('Айгүл Досова');
  await expect(getBadge(ctx, { serial })).rejects.toMatchObject({ code: 'proofs.badge-in-making' });
  expect(await listBadges(ctx, { serial })).toBeNull();
  await drainJobs(world.current.services);
  const rows = await rowsOf(serial);
  expect(rows.map(({ lang }) => lang)).toEqual([...LANGS].sort());
  await signBadges(ctx, { credentialId: id });
  expect(await rowsOf(serial)).toEqual(rows);
  for (const { body } of rows) {
    const badge = openBadge.parse(JSON.parse(body));
    expect(badge.credentialSubject.identifier.map(({ identityHash }) => identityHash)).toEqual([
      'Айгүл Досова',
      'Latin 12',
    ]);
    for (const secret of [person.personId, person.accountId, id]) expect(body).not.toContain(secret);
  }
  const first = await getBadge(ctx, { serial: serial.toLowerCase() });
  expect(first?.body).toBe(rows.find(({ lang }) => lang === 'kk')?.body);
  expect(await getBadge(ctx, { serial: '7K3M9QX2VD4PV' })).toBeNull();
  const addresses = await listBadges(ctx, { serial });
  expect(addresses?.badges.map(({ lang }) => lang)).toEqual(LANGS);
});

test('badges of documents that have none are made up for, page by page, and asked for again every day', async () => {
  const some = await Promise.all(['One', 'Two', 'Three'].map(issue));
  await ctx.db.signedBadge.deleteMany({ where: { serial: some[1]?.serial ?? '', lang: 'ja' } });
  const of = async (serial = '') => (await rowsOf(serial)).length;
  // The queue goes by the database's own clock.
  world.current.clock.set(new Date());
  await signMissingBadges(ctx, { isDaily: true });
  await signMissingBadges(ctx, { isDaily: true });
  expect(await Promise.all(some.map(({ serial }) => of(serial)))).toEqual([4, 4, 4]);
  const waiting = await ctx.db.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'proofs.sign-missing-badges' AND start_after > now()`,
  );
  expect(waiting).toEqual([{ n: 1 }]);
  world.current.clock.set('2026-11-23T09:00:00Z');
});

test('a list is signed anew for a changed bit, a new key or its age, and not for a question', async () => {
  const id = '1-revocation';
  const first = await getStatusCredential(ctx, { id });
  const list = statusListCredential.parse(JSON.parse(first ?? ''));
  const { publicUrl } = ctx.config;
  expect(list).toMatchObject({
    id: `${publicUrl}/api/v1/status-lists/${id}`,
    validFrom: '2026-11-23T09:00:00Z',
  });
  expect(list.validUntil).toBe('2026-11-24T09:00:00Z');
  world.current.clock.set('2026-11-23T15:00:00Z');
  await issue('A document more');
  expect(await getStatusCredential(ctx, { id })).toBe(first);
  world.current.clock.set('2026-11-23T21:30:00Z');
  const second = await getStatusCredential(ctx, { id });
  expect(second).not.toBe(first);
  await ctx.keyring.rotate();
  const third = await getStatusCredential(ctx, { id });
  expect(third).not.toBe(second);
  const { id: did, verificationMethod, assertionMethod } = await getDidDocument(ctx);
  expect(verificationMethod).toHaveLength(2);
  expect(assertionMethod).toEqual(verificationMethod.map((method) => method.id));
  expect(third).toContain(`"verificationMethod":"${assertionMethod[1]}"`);
  expect(did).toBe('did:web:127.0.0.1%3A3000');
  for (const unknown of [
    '2-revocation',
    '0-revocation',
    '1-refresh',
    '1',
    'revocation',
    '01-revocation',
    '../1',
  ])
    expect([unknown, await getStatusCredential(ctx, { id: unknown })]).toEqual([unknown, null]);
  world.current.clock.set('2026-11-23T09:00:00Z');
});

test('a changed text, value, signature or snapshot is named by serial and language', async () => {
  const { serial, id } = await issue('Checked');
  const check = () => checkBadges(ctx, { after: null, take: 100 });
  const lacking = (await check()).waiting;
  expect(lacking).toBeGreaterThan(0);
  await drainJobs(world.current.services);
  expect(await check()).toMatchObject({ waiting: 0, fault: null, next: null });
  const where = { serial_lang: { serial, lang: 'ru' } };
  const { body, sha256 } = await ctx.db.signedBadge.findUniqueOrThrow({ where });
  const withBody = async (changed: string, sum = sha256) => {
    await ctx.db.signedBadge.update({ where, data: { body: changed, sha256: sum } });
    const { fault } = await check();
    await ctx.db.signedBadge.update({ where, data: { body, sha256 } });
    return fault;
  };
  const digest = async (text: string) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
  const resigned = async (from: string, to: string) => {
    const changed = body.replace(from, to);
    expect(changed).not.toBe(body);
    return withBody(changed, await digest(changed));
  };
  const named = (problem: string) => ({ serial, lang: 'ru', problem });
  expect(await withBody(body.replace('Checked', 'Chekced'))).toEqual(named('badge-changed'));
  expect(await resigned('"proof"', '"prof"')).toEqual(named('badge-unreadable'));
  expect(await resigned('Checked', 'Chekced')).toEqual(named('badge-differs'));
  expect(await resigned('{"narrative":"', '{"narrative":"!')).toEqual(named('signature-wrong'));
  const snapshot = (name: string) =>
    ctx.db
      .$executeRaw`UPDATE credential SET snapshot = jsonb_set(snapshot, '{holder,display}', to_jsonb(${name}::text)) WHERE id = ${id}::uuid`;
  await snapshot('Somebody');
  expect((await check()).fault).toMatchObject({ serial, problem: 'badge-differs' });
  await snapshot('Checked');
  expect((await check()).fault).toBeNull();
});
