import { beforeAll, expect, test } from 'vitest';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { decodeBits, encodeBits } from '~/domain/proofs/documents/bitstring.server';
import { getStatusList } from '~/domain/proofs/get-status-list.server';
import { getVerificationKit } from '~/domain/proofs/get-verification-kit.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { isSignedBy } from '~/ui/islands/verify/check-signature';
import { verifySignature } from '~/ui/islands/verify/ed25519';
import { judgeCode } from '~/ui/islands/verify/judge-code';
import { isSet } from '~/ui/islands/verify/kit';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';

const world = useWorld();
let house: CredentialWorld;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
});

const at = (moment: string) => world.current.clock.set(moment);
const TODAY = '2026-11-23';

async function paper(name: string, components: string[] = []) {
  const person = await house.newPerson(name);
  const issued = await house.issue(person, { from: TODAY, until: '2028-11-22', components });
  const { db } = house.as(null);
  const { id } = await db.credential.findUniqueOrThrow({ where: { serial: issued.serial } });
  await renderDocument(house.as(null), { credentialId: id });
  const { address } = await db.credentialCode.findUniqueOrThrow({ where: { credentialId: id } });
  const { index } = await db.statusEntry.findUniqueOrThrow({ where: { credentialId: id } });
  return { ...issued, hash: new URL(address).hash, index };
}

const sanction = (qualificationId: string, act: 'revoke' | 'suspend' | 'lift', effectiveOn = TODAY) =>
  sanctionQualification(house.as(house.registrar), {
    ...{ qualificationId, document: 'No. 1', effectiveOn, note: '', act },
    ...(act === 'lift' ? {} : { reason: 'conduct', legalBasis: 'Rule 4' }),
  } as Parameters<typeof sanctionQualification>[1]);

const kitNow = () => getVerificationKit(house.as(null));

test('a device judges with what it keeps: dates, revocation, suspension, forgery, missing keys', async () => {
  const { serial, hash, qualificationId } = await paper('Айгүл Досова');
  const before = await kitNow();
  const judge = async (fragment = hash, kit: typeof before | null = before, today = TODAY, of = serial) =>
    (await judgeCode(fragment, { serial: of, kit, today })).verdict;
  expect(await judge()).toBe('valid');
  expect(await judge(hash, before, '2026-11-22')).toBe('not-yet-valid');
  expect(await judge(hash, before, '2028-11-22')).toBe('valid');
  expect(await judge(hash, before, '2028-11-23')).toBe('expired');
  expect(await judge('')).toBe('no-code');
  expect(await judge(hash, null)).toBe('no-keys');
  expect(await judge(`${hash.slice(0, 60)}${hash[60] === 'A' ? 'B' : 'A'}${hash.slice(61)}`)).toBe('forged');
  expect(await judge(hash, before, TODAY, '7K3M9QX2VD4PV')).toBe('forged');
  expect(await judge(hash, { ...before, keys: [] })).toBe('unknown-key');
  const others = before.keys.map((key) => ({ ...key, public_key: 'A'.repeat(43) }));
  expect(await judge(hash, { ...before, keys: others })).toBe('forged');
  expect(await judge(hash, { ...before, lists: [] })).toBe('unlisted');
  expect(await judge(hash, { ...before, as_of: '2026-11-21T23:00:00Z' })).toBe('unlisted');
  const typed = serial.toLowerCase().replace(/^(.{4})/, '$1-');
  expect(await judge(hash, before, TODAY, typed)).toBe('valid');
  await sanction(qualificationId, 'suspend');
  expect(await judge(hash, await kitNow())).toBe('suspended');
  await sanction(qualificationId, 'lift');
  expect(await judge(hash, await kitNow())).toBe('valid');
  await sanction(qualificationId, 'revoke');
  expect(await judge(hash, await kitNow())).toBe('revoked');
  expect(await judge()).toBe('valid');
});

test('a rotated key keeps what was signed before', async () => {
  const { serial, hash } = await paper('Rotated');
  await house.as(null).keyring.rotate();
  const { keys, ...kit } = await kitNow();
  expect(keys.length).toBeGreaterThan(1);
  expect(await judgeCode(hash, { serial, kit: { keys, ...kit }, today: TODAY })).toMatchObject({
    verdict: 'valid',
    code: { serial, name: 'Latin 7' },
  });
});

test('lists follow lapsed components and days, and are worked out only when something changed', async () => {
  at('2026-11-23T09:00:00Z');
  const { index } = await paper('Lapsed', ['safeguarding']);
  const later = await paper('Later');
  await sanction(later.qualificationId, 'revoke', '2026-11-25');
  const ctx = house.as(null);
  const list = async () => {
    const { revoked = '', suspended = '' } = (await getStatusList(ctx, { listNo: 1 })) ?? {};
    return { revoked: decodeBits(revoked), suspended: decodeBits(suspended) };
  };
  expect(await getStatusList(ctx, { listNo: 2 })).toBeNull();
  const first = await list();
  expect(first.suspended).toContain(index);
  expect(first.revoked).not.toContain(later.index);
  const row = await ctx.db.statusList.findUniqueOrThrow({ where: { listNo: 1 } });
  at('2026-11-23T12:00:00Z');
  await list();
  expect(await ctx.db.statusList.findUniqueOrThrow({ where: { listNo: 1 } })).toEqual(row);
  at('2026-11-24T19:00:00Z');
  expect((await list()).revoked).toContain(later.index);
  at('2026-11-23T09:00:00Z');
});

test('bits are written as the standard says and read back in the browser', async () => {
  const encoded = encodeBits([0, 7, 8, 131_071], 131_072);
  expect(encoded).toMatch(/^u[\w-]+$/);
  expect(decodeBits(encoded)).toEqual([0, 7, 8, 131_071]);
  expect(await Promise.all([0, 1, 8, 9, 131_071].map((place) => isSet(encoded, place)))).toEqual([
    ...[true, false, true, false, true],
  ]);
  expect(() => encodeBits([131_072], 131_072)).toThrow(RangeError);
});

test('browsers without Ed25519 come to the same answer', async () => {
  const { keyring } = house.as(null);
  const [bytes, { raw }] = [new TextEncoder().encode('内股'), await keyring.signer()];
  const { signature } = await keyring.sign(bytes);
  const wrong = Uint8Array.from(signature);
  wrong[3] = (wrong[3] ?? 0) ^ 1;
  const key = Buffer.from(raw).toString('base64url');
  for (const [one, expected] of [
    [signature, true],
    [wrong, false],
  ] as const) {
    expect(verifySignature(raw, one, bytes)).toBe(expected);
    expect(await isSignedBy(key, one, bytes)).toBe(expected);
  }
});
