import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getBadge } from '~/domain/proofs/get-badge.server';
import { openBadge } from '~/domain/proofs/inputs';
import { rotateKeys } from '~/domain/proofs/rotate-keys.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { LANGS } from '~/i18n/locales';
import { addDays } from '~/platform/local-date';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';
import { type ForeignWorld, judgedByCore, judgedByVc, openForeignWorld, SITE } from './foreign-verifiers';

const world = useWorld({
  environment: { PUBLIC_URL: SITE, SECRET_KEY: 'a-key-for-tests-of-foreign-verifiers' },
});
let house: CredentialWorld;
let outside: ForeignWorld;

beforeAll(async () => {
  // Verifiers know the time of day alone.
  world.current.clock.set(new Date());
  house = await openCredentialWorld(world.current);
  outside = await openForeignWorld(world.current.services);
});
afterAll(() => outside.close());
beforeEach(() => world.current.clock.set(new Date()));

const today = () => world.current.clock.today('Asia/Almaty');

/** A document and its badges, signed by the jobs that its issue called for. */
async function issued(name: string) {
  const person = await house.newPerson(name);
  const document = await house.issue(person, { from: addDays(today(), -10), until: addDays(today(), 700) });
  await drainJobs(world.current.services);
  return document;
}

async function bodyOf(serial: string, lang: (typeof LANGS)[number] = 'en'): Promise<string> {
  const badge = await getBadge(house.as(null), { serial, lang });
  if (!badge) throw new Error(`There is no badge of ${serial}`);
  return badge.body;
}

const sanction = (qualificationId: string, act: 'revoke' | 'suspend' | 'lift') =>
  sanctionQualification(house.as(house.registrar), {
    ...{ qualificationId, document: 'No. 1', effectiveOn: today(), note: '', act },
    ...(act === 'lift' ? {} : { reason: 'conduct', legalBasis: 'Rule 4' }),
  } as Parameters<typeof sanctionQualification>[1]);

const GOOD = { isSigned: true, set: [] };
const FORGED = { isSigned: false, set: null };

test('both find a badge good in every language, with our keys and our lists', async () => {
  const { serial } = await issued('Айгүл Досова');
  for (const lang of LANGS) {
    const body = await bodyOf(serial, lang);
    expect([lang, await judgedByVc(body)]).toEqual([lang, GOOD]);
    expect([lang, await judgedByCore(body)]).toEqual([lang, GOOD]);
  }
  expect(new Set(outside.asked)).toEqual(
    new Set([
      '/.well-known/did.json',
      '/api/v1/status-lists/1-revocation',
      '/api/v1/status-lists/1-suspension',
    ]),
  );
});

test('a list tells both of suspension, its end and revocation', async () => {
  const { serial, qualificationId } = await issued('佐藤 健');
  const body = await bodyOf(serial);
  const judged = async () => [(await judgedByVc(body)).set, (await judgedByCore(body)).set];
  expect(await judged()).toEqual([[], []]);
  await sanction(qualificationId, 'suspend');
  expect(await judged()).toEqual([['suspension'], ['suspension']]);
  await sanction(qualificationId, 'lift');
  expect(await judged()).toEqual([[], []]);
  await sanction(qualificationId, 'revoke');
  expect(await judged()).toEqual([['revocation'], ['revocation']]);
  expect(await judgedByVc(body)).toMatchObject({ isSigned: true });
});

test('one changed value is seen by both, wherever it stands', async () => {
  const { serial } = await issued('Ержан Серік');
  const body = await bodyOf(serial);
  const badge = openBadge.parse(JSON.parse(body));
  const { credentialSubject: subject, credentialStatus, proof } = badge;
  const [revocation, suspension] = credentialStatus;
  const other = proof.proofValue.endsWith('z') ? 'y' : 'z';
  const changes: object[] = [
    { name: `${badge.name}.` },
    { validUntil: badge.validUntil.replace(/^\d{4}/, '2099') },
    { issuer: { ...badge.issuer, name: 'Somebody else' } },
    { credentialSubject: { ...subject, licenseNumber: 'KJF-2026-999999' } },
    { credentialSubject: { ...subject, identifier: [{ ...subject.identifier[0], identityHash: 'X' }] } },
    { credentialStatus: [{ ...revocation, statusListIndex: '0' }, suspension] },
    { proof: { ...proof, proofValue: proof.proofValue.slice(0, -1) + other } },
  ];
  for (const change of changes) {
    const changed = JSON.stringify({ ...badge, ...change });
    expect([change, await judgedByVc(changed)]).toEqual([change, FORGED]);
    expect([change, await judgedByCore(changed)]).toEqual([change, FORGED]);
  }
});

test('after a rotation the old badge is good and a new one carries the new key', async () => {
  const keyOf = async (serial: string) =>
    openBadge.parse(JSON.parse(await bodyOf(serial))).proof.verificationMethod;
  const before = await issued('Before');
  const old = await keyOf(before.serial);
  await rotateKeys(house.as(null));
  const after = await issued('After');
  expect(await keyOf(before.serial)).toBe(old);
  expect(await keyOf(after.serial)).not.toBe(old);
  for (const { serial } of [before, after]) {
    const body = await bodyOf(serial);
    await expect.poll(() => judgedByVc(body), { timeout: 20_000, interval: 1_000 }).toEqual(GOOD);
    expect(await judgedByCore(body)).toEqual(GOOD);
  }
});
