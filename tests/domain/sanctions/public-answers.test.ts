import { beforeAll, expect, test } from 'vitest';
import { listRegister } from '~/domain/credentials/list-register.server';
import { listTroubled } from '~/domain/credentials/list-troubled.server';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import type { SanctionInput } from '~/domain/sanctions/inputs';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Actor } from '~/platform/actor';
import { ports } from '~/web/ports.server';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';

const world = useWorld();
let house: CredentialWorld;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
});

const PERIOD = {
  from: '2026-11-01',
  until: '2028-10-31',
  windowOpens: '2028-08-01',
  graceUntil: '2029-01-31',
};
const at = (moment: string) => world.current.clock.set(moment);
const office = () => {
  const ctx = house.as(house.registrar);
  const { issueCredentials, documentsOf } = ports;
  return { ...ctx, ports: { ...ctx.ports, issueCredentials, documentsOf } };
};

const act = (qualificationId: string, name: SanctionInput['act'], effectiveOn: string, more = {}) =>
  sanctionQualification(office(), {
    ...{ act: name, qualificationId, document: 'No. 1', effectiveOn, note: '', ...more },
  } as SanctionInput);

const sanction = { reason: 'conduct', legalBasis: 'rule 4' };

async function verify(serial: string, on?: string, knownAt?: string) {
  const asked = { serial, withHistory: true, ...(on ? { on } : {}) };
  const found = await verifyCredential(
    house.as(null),
    knownAt ? { ...asked, knownAt: new Date(knownAt) } : asked,
  );
  if (!found) throw new Error('The serial is unknown');
  return found;
}

const newHolder = async (name: string) => {
  const person: Actor = await house.newPerson(name);
  return { person, ...(await house.issue(person, PERIOD)) };
};

async function isListedAs(what: 'revoked' | 'suspended', serial: string): Promise<boolean> {
  const { db } = house.as(null);
  const { id } = await db.credential.findUniqueOrThrow({ where: { serial } });
  const place = await db.statusEntry.findUniqueOrThrow({ where: { credentialId: id } });
  return (await listTroubled(house.as(null), { listNo: place.listNo }))[what].includes(place.index);
}

test('an annulled revocation: the answer changes at once, earlier answers stay, the bit is cleared, it may come again', async () => {
  at('2026-11-23T09:00:00Z');
  const { serial, qualificationId } = await newHolder('Annulled');
  await act(qualificationId, 'revoke', '2026-11-20', sanction);
  expect((await verify(serial)).status).toEqual({ status: 'revoked' });
  expect(await isListedAs('revoked', serial)).toBe(true);
  at('2026-11-26T09:00:00Z');
  await act(qualificationId, 'annul', '2026-11-25', { reason: 'new-facts' });
  expect((await verify(serial)).status).toEqual({ status: 'valid' });
  expect(await isListedAs('revoked', serial)).toBe(false);
  expect((await verify(serial, '2026-11-24')).status).toEqual({ status: 'revoked' });
  expect((await verify(serial, '2026-11-26', '2026-11-25T09:00:00Z')).status).toEqual({ status: 'revoked' });
  expect((await verify(serial)).history.map(({ event, on }) => `${event} ${on}`)).toEqual([
    'revoked 2026-11-20',
    'issued 2026-11-23',
    'annulled 2026-11-25',
  ]);
  await act(qualificationId, 'revoke', '2026-11-26', sanction);
  expect((await verify(serial)).status).toEqual({ status: 'revoked' });
  await act(qualificationId, 'annul', '2026-11-26', { reason: 'error' });
  expect((await verify(serial)).status).toEqual({ status: 'valid' });
});

test('a pause stops the clock, and says so in public', async () => {
  at('2026-11-23T09:00:00Z');
  const { serial, qualificationId } = await newHolder('Paused');
  at('2026-11-24T09:00:00Z');
  await act(qualificationId, 'pause', '2026-12-01', { reason: 'family', until: '2027-03-10' });
  expect((await verify(serial)).status).toEqual({ status: 'valid' });
  const paused = await verify(serial, '2027-03-10');
  expect(paused.status).toEqual({ status: 'suspended', reason: 'paused' });
  expect(paused.validUntil).toBe('2029-02-08');
  expect((await verify(serial, '2027-03-11')).status).toEqual({ status: 'valid' });
  expect((await verify(serial, '2028-11-08')).status).toEqual({ status: 'valid' });
  expect((await verify(serial, '2028-11-09')).status).toEqual({
    status: 'expiring',
    renewable_until: '2029-05-11',
  });
  const before = await verify(serial, '2028-11-09', '2026-11-23T10:00:00Z');
  expect(before).toMatchObject({ status: { status: 'expired', reason: 'grace' }, validUntil: '2028-10-31' });
  at('2026-12-05T09:00:00Z');
  expect(await isListedAs('suspended', serial)).toBe(true);
});

test('given up: expired, with its reason', async () => {
  at('2026-11-23T09:00:00Z');
  const { serial, person, qualificationId } = await newHolder('Surrendered');
  at('2026-11-24T09:00:00Z');
  await surrenderQualification(house.as(person), { qualificationId, sure: 'on', note: '' });
  expect((await verify(serial)).status).toEqual({ status: 'expired', reason: 'surrendered' });
  expect(await isListedAs('revoked', serial)).toBe(true);
  expect((await verify(serial, '2026-11-23')).status).toEqual({ status: 'valid' });
  expect((await verify(serial, '2026-11-24', '2026-11-23T10:00:00Z')).status).toEqual({ status: 'valid' });
  at('2026-11-26T09:00:00Z');
  await act(qualificationId, 'revoke', '2026-11-26', sanction);
  expect((await verify(serial)).history.map(({ event }) => event)).toEqual([
    'issued',
    'surrendered',
    'revoked',
  ]);
});

test('a corrected name: a document of its own number, the old one verifies as superseded, numbers without a gap', async () => {
  at('2026-11-23T09:00:00Z');
  const { serial, number, person, qualificationId } = await newHolder('Old Name');
  await setRegisterListing(house.as(person), { listed: true });
  at('2026-11-25T09:00:00Z');
  const ctx = office();
  const NEW = { displayName: 'New Name', latinName: 'New Name' };
  const order = { act: 'correct' as const, qualificationId, document: 'Certificate 5', note: '', ...NEW };
  const facts = await ctx.ports.describeHolder(ctx, person.personId);
  if (!facts) throw new Error('The holder is unknown');
  const renamed = { ...facts, ...NEW };
  const describeHolder = async () => renamed;
  const correct = () => sanctionQualification({ ...ctx, ports: { ...ctx.ports, describeHolder } }, order);
  const sent = await Promise.allSettled([correct(), correct(), correct()]);
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const documents = await house
    .as(null)
    .db.credential.findMany({ where: { qualificationId }, orderBy: { id: 'asc' } });
  const [old, next] = documents;
  expect(documents).toHaveLength(2);
  expect(next?.replacesId).toBe(old?.id);
  expect((await verify(serial)).status).toEqual({ status: 'superseded' });
  expect(await isListedAs('revoked', serial)).toBe(true);
  expect(await isListedAs('revoked', next?.serial ?? '')).toBe(false);
  expect(await verify(serial)).toMatchObject({ number, holder: { display: 'Old Name' } });
  expect((await verify(serial, '2026-11-24')).status).toEqual({ status: 'valid' });
  expect((await verify(serial, '2026-11-25', '2026-11-24T10:00:00Z')).status).toEqual({ status: 'valid' });
  const fresh = await verify(next?.serial ?? '');
  expect(fresh).toMatchObject({
    status: { status: 'valid' },
    holder: { display: 'New Name' },
    validUntil: PERIOD.until,
  });
  const numbers = await house
    .as(null)
    .db.credential.findMany({ select: { number: true }, orderBy: { number: 'asc' } });
  expect(numbers.map((each) => Number(each.number.slice(-6)))).toEqual(
    numbers.map((_each, index) => index + 1),
  );
  const { holders } = await listRegister(house.as(null), { q: 'name' });
  expect(holders.map((each) => each.serial)).toEqual([next?.serial]);
  await act(qualificationId, 'revoke', '2026-11-25', sanction);
  expect((await verify(next?.serial ?? '')).status).toEqual({ status: 'revoked' });
});

test('a correction leaves a period alone that the next one has followed, and the register shows the newest', async () => {
  at('2026-11-23T09:00:00Z');
  const { person, qualificationId } = await newHolder('Renewed');
  const next = { from: '2028-11-01', until: '2030-10-31', no: 2, qualificationId };
  at('2028-10-20T09:00:00Z');
  await setRegisterListing(house.as(person), { listed: true });
  const { serial } = await house.issue(person, next);
  at('2028-11-05T09:00:00Z');
  const ctx = office();
  const facts = await ctx.ports.describeHolder(ctx, person.personId);
  const name = { displayName: 'Renewed Name', latinName: 'Renewed Name' };
  const describeHolder = async () => facts && { ...facts, ...name };
  const renamed = { ...ctx, ports: { ...ctx.ports, describeHolder } };
  const order = { act: 'correct' as const, qualificationId, document: 'Certificate 6', note: '', ...name };
  await sanctionQualification(renamed, order);
  const made = await ctx.db.credential.findMany({ where: { qualificationId, replacesId: { not: null } } });
  expect(made).toHaveLength(1);
  expect((await verify(serial)).status).toEqual({ status: 'superseded' });
  const { holders } = await listRegister(house.as(null), { q: 'renewed' });
  expect(holders.map((each) => each.serial)).toEqual(made.map((each) => each.serial));
});
