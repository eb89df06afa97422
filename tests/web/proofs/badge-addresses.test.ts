import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBadge, statusListCredential } from '~/domain/proofs/inputs';
import { errorAnswer } from '~/routes/machine/openapi-document';
import { machineTable } from '~/routes/machine/table';
import { machine } from '~/web/http/machine.server';
import { type CredentialWorld, openCredentialWorld } from '../../domain/credentials/credential-world';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';

const world = useWorld();
const server = createServer();
let house: CredentialWorld;
let origin = '';
let serial = '';

const issue = async (name: string) =>
  (await house.issue(await house.newPerson(name), { from: '2026-11-01', until: '2028-10-31' })).serial;

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  serial = await issue('Айгүл Досова');
  await drainJobs(world.current.services);
  const app = express().disable('etag').set('trust proxy', true);
  for (const [method, path, handler] of machineTable)
    app[method](path, machine(handler, world.current.services));
  server.on('request', app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(origin + path, { headers });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
}

async function refused(path: string, status: number) {
  const answer = await ask(path);
  expect([path, answer.status]).toEqual([path, status]);
  return { ...errorAnswer.parse(JSON.parse(answer.body.toString())).error, headers: answer.headers };
}

test('a badge is answered byte for byte as it was signed, to anybody', async () => {
  const { db } = house.as(null);
  for (const lang of ['kk', 'ru', 'ja', 'en']) {
    const { status, headers, body } = await ask(`/api/v1/credentials/${serial}/badge?lang=${lang}`);
    const row = await db.signedBadge.findUniqueOrThrow({ where: { serial_lang: { serial, lang } } });
    expect([lang, status, body.equals(Buffer.from(row.body))]).toEqual([lang, 200, true]);
    expect(openBadge.parse(JSON.parse(body.toString())).credentialSubject.achievement.inLanguage).toBe(lang);
    expect(headers.get('content-type')).toBe('application/vc+ld+json');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const etag = headers.get('etag') ?? '';
    const again = await ask(`/api/v1/credentials/${serial}/badge?lang=${lang}`, { 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  }
});

test('without a language it is the first one of the paper; serials are folded', async () => {
  const typed = serial.toLowerCase().replace(/^(.{4})/, '$1-');
  const { body } = await ask(`/api/v1/credentials/${typed}/badge`);
  expect(openBadge.parse(JSON.parse(body.toString())).id).toMatch(`/${serial}/badge?lang=kk`);
});

test('what is unknown, wrongly asked or not signed yet is refused in words', async () => {
  expect((await refused('/api/v1/credentials/7K3M9QX2VD4PV/badge', 404)).code).toBe(
    'credentials.unknown-serial',
  );
  for (const query of ['lang=de', 'lang=', 'lang=ru&lang=kk', 'lang[a]=ru'])
    expect((await refused(`/api/v1/credentials/${serial}/badge?${query}`, 422)).code).toBe('shell.bad-query');
  const fresh = await issue('Just issued');
  const { code, headers } = await refused(`/api/v1/credentials/${fresh}/badge`, 404);
  expect([code, headers.get('retry-after')]).toEqual(['proofs.badge-in-making', '10']);
});

test('status lists and keys are answered as software asks for them', async () => {
  for (const purpose of ['revocation', 'suspension']) {
    const { headers, body } = await ask(`/api/v1/status-lists/1-${purpose}`);
    expect(statusListCredential.parse(JSON.parse(body.toString())).credentialSubject.statusPurpose).toBe(
      purpose,
    );
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'application/vc+ld+json',
      'public, max-age=60',
    ]);
  }
  for (const id of ['2-revocation', '1-other', '1', '%00', '%F0%9F%98%80'])
    expect((await refused(`/api/v1/status-lists/${id}`, 404)).code).toBe('proofs.no-such-list');
  const { headers, body } = await ask('/.well-known/did.json');
  expect(headers.get('content-type')).toBe('application/did+ld+json');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(JSON.parse(body.toString())).toMatchObject({
    id: 'did:web:127.0.0.1%3A3000',
    verificationMethod: [{ type: 'Multikey', publicKeyMultibase: expect.stringMatching(/^z6Mk/) }],
  });
});
