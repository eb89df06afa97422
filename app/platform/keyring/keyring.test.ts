import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeyring } from './keyring.server';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shihan-keys-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const text = new TextEncoder().encode('Әбілқайыр 内股');

test('what was signed before a rotation verifies after it, in other processes too', async () => {
  const ring = openKeyring(dir);
  const before = await ring.sign(text);
  const second = await ring.rotate();
  const after = await ring.sign(text);
  expect(after.keyId).toBe(second.id);
  expect(after.keyId).not.toBe(before.keyId);
  const other = openKeyring(dir);
  expect((await other.publicKeys()).map(({ id }) => id)).toEqual([before.keyId, after.keyId]);
  expect(await other.verify(before.keyId, text, before.signature)).toBe(true);
  expect(await other.verify(after.keyId, text, after.signature)).toBe(true);
  expect(await other.verify(after.keyId, text, before.signature)).toBe(false);
  expect(await other.verify('unknown0', text, before.signature)).toBe(false);
});

test('a key made elsewhere is found when a signature names it', async () => {
  const ring = openKeyring(dir);
  await ring.publicKeys();
  const elsewhere = openKeyring(dir);
  await elsewhere.rotate();
  const { keyId, signature } = await elsewhere.sign(text);
  expect(await ring.verify(keyId, text, signature)).toBe(true);
});

test('a key made elsewhere is published at once', async () => {
  const ring = openKeyring(dir);
  await ring.publicKeys();
  const { id } = await openKeyring(dir).rotate();
  expect((await ring.publishedKeys()).at(-1)?.id).toBe(id);
});

test('processes that start together make one first key, and nobody else may read it', async () => {
  const firsts = await Promise.all(Array.from({ length: 8 }, () => openKeyring(dir).publicKeys()));
  expect(new Set(firsts.flat().map(({ id }) => id)).size).toBe(1);
  expect(await readdir(join(dir, 'signing'))).toEqual(['0001.json']);
  expect((await stat(join(dir, 'signing', '0001.json'))).mode & 0o777).toBe(0o600);
});

test('rotations at the same time are as many keys', async () => {
  await Promise.all([openKeyring(dir).rotate(), openKeyring(dir).rotate()]);
  expect(await openKeyring(dir).publicKeys()).toHaveLength(3);
});

test('a key whose number is higher than their count is followed by the next number', async () => {
  const ring = openKeyring(dir);
  await ring.rotate();
  await rm(join(dir, 'signing', '0001.json'));
  const { id } = await ring.rotate();
  expect((await readdir(join(dir, 'signing'))).sort().at(-1)).toBe('0003.json');
  expect((await openKeyring(dir).publicKeys()).at(-1)?.id).toBe(id);
});

test('a damaged file is named and never replaced', async () => {
  const ring = openKeyring(dir);
  await ring.publicKeys();
  await writeFile(join(dir, 'signing', '0001.json'), '{}');
  await expect(openKeyring(dir).sign(text)).rejects.toThrow(/0001\.json is damaged/);
});
