import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdfSigner } from '~/platform/pdf-signing/pdf-signer.server';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shihan-certificates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = () => openPdfSigner(folder, 'shihan.example');
const file = (name = '') => join(folder, 'documents', name);

test('processes that start together make one first certificate, and nobody else may read its key', async () => {
  const firsts = await Promise.all(Array.from({ length: 3 }, () => open().certificates()));
  expect(new Set(firsts.flat().map(({ fingerprint }) => fingerprint)).size).toBe(1);
  expect(await readdir(file())).toEqual(['0001.pem']);
  expect((await stat(file('0001.pem'))).mode & 0o777).toBe(0o600);
  expect((await stat(file())).mode & 0o777).toBe(0o700);
});

test('a certificate names the site alone, signs documents alone and has no end', async () => {
  const x509 = new X509Certificate(await readFile(file('0001.pem')));
  expect(x509.subject).toBe('O=shihan.example\nCN=shihan.example');
  expect(x509.issuer).toBe(x509.subject);
  expect(x509.verify(x509.publicKey)).toBe(true);
  expect(x509.ca).toBe(false);
  expect(x509.validTo).toContain('9999');
  expect(Date.parse(x509.validFrom)).toBeLessThan(Date.now());
  expect(x509.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  expect((await open().certificates())[0]?.fingerprint).toBe(x509.fingerprint256);
});

test('rotations at the same time are as many certificates; the old ones stay', async () => {
  const [first] = await open().certificates();
  await Promise.all([open().rotate(), open().rotate()]);
  const all = await open().certificates();
  expect(all).toHaveLength(3);
  expect(all[0]).toEqual(first);
});

test('a damaged file is named and never replaced', async () => {
  await writeFile(file('0002.pem'), 'nothing');
  await expect(open().certificates()).rejects.toThrow(/0002\.pem is damaged/);
  expect(await readFile(file('0002.pem'), 'utf8')).toBe('nothing');
});
