// @ts-check
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/**
 * Where files lie: a folder, a loopback bucket or a real one.
 * @typedef {object} Place
 * @property {import('../../app/platform/storage/storage').Storage} storage
 * @property {string} prefix below which everything happens, without a slash at its end
 * @property {string} scratch a folder of this machine for copies
 */

/** @param {Readable} stream */
const textOf = async (stream) => (await buffer(stream)).toString('utf8');

/** @param {Place} place */
async function keepsContent({ storage, prefix }) {
  const key = `${prefix}/a/中村 (1)+&.txt`;
  await storage.put(key, Buffer.from('0123456789'));
  assert.equal(await textOf(storage.read(key)), '0123456789');
  assert.equal(await textOf(storage.read(key, { start: 2, end: 4 })), '234');
  assert.equal(await textOf(storage.read(key, { start: 9, end: 9 })), '9');
  const found = await storage.find(key);
  assert.equal(found?.bytes, 10);
  assert.ok(Math.abs(Date.now() - (found?.modifiedAt.getTime() ?? 0)) < 60_000, 'the moment of writing');
  await storage.put(key, Readable.from([Buffer.from('ab'), Buffer.from('c')]));
  assert.equal(await textOf(storage.read(key)), 'abc');
  await storage.put(`${prefix}/a/empty`, Readable.from([]));
  assert.equal((await storage.find(`${prefix}/a/empty`))?.bytes, 0);
  assert.equal(await textOf(storage.read(`${prefix}/a/empty`)), '');
}

/** @param {Place} place */
async function keepsManyParts({ storage, prefix }) {
  const pieces = Array.from({ length: 20 }, () => randomBytes(1024 ** 2));
  const whole = Buffer.concat(pieces);
  await storage.put(`${prefix}/b/large`, Readable.from(pieces));
  assert.ok((await buffer(storage.read(`${prefix}/b/large`))).equals(whole), 'all bytes');
  const range = { start: 9 * 1024 ** 2 - 5, end: 9 * 1024 ** 2 + 4 };
  const part = await buffer(storage.read(`${prefix}/b/large`, range));
  assert.ok(part.equals(whole.subarray(range.start, range.end + 1)), 'the bytes of a range');
}

/** @param {Place} place */
async function showsNothingHalf({ storage, prefix }) {
  async function* failing() {
    for (let piece = 0; piece < 18; piece += 1) yield randomBytes(1024 ** 2);
    throw new Error('the sender is away');
  }
  await assert.rejects(storage.put(`${prefix}/c/half`, Readable.from(failing())), /the sender is away/);
  assert.equal(await storage.find(`${prefix}/c/half`), null);
  assert.deepEqual(await storage.list(`${prefix}/c`), []);
}

/** @param {Place} place */
async function failsForNothing({ storage, prefix, scratch }) {
  const key = `${prefix}/d/none`;
  assert.equal(await storage.find(key), null);
  assert.deepEqual(await storage.list(key), []);
  await storage.remove(key);
  await assert.rejects(buffer(storage.read(key)));
  await assert.rejects(storage.withLocalFile(key, scratch, async () => 1));
  await assert.rejects(async () => storage.find('../secret'), /leaves the storage/);
}

/** @param {Place} place */
async function removesFolders({ storage, prefix }) {
  const at = `${prefix}/e`;
  const names = ['1/a', '1/b/c', '1/b/d', '1/e', '1/f', '1/g', '1/h', '10/a', '1x'];
  for (const name of names) await storage.put(`${at}/${name}`, Buffer.from(name));
  const below = names.filter((name) => name.startsWith('1/')).map((name) => `${at}/${name}`);
  assert.deepEqual((await storage.list(`${at}/1`)).sort(), below);
  assert.deepEqual((await storage.list(`${at}/1/`)).sort(), below);
  await storage.remove(`${at}/1/`, new Set(below));
  await storage.remove(`${at}/1/b/`, new Set([`${at}/1/b/c`]));
  const kept = below.filter((key) => key !== `${at}/1/b/d`);
  assert.deepEqual((await storage.list(`${at}/1`)).sort(), kept);
  await storage.remove(`${at}/1/b/c`);
  assert.equal(await storage.find(`${at}/1/b/c`), null);
  await storage.remove(`${at}/1/`);
  assert.deepEqual((await storage.list(at)).sort(), [`${at}/10/a`, `${at}/1x`]);
  await storage.remove(at);
  assert.deepEqual(await storage.list(at), []);
}

/** @param {Place} place */
async function lendsFiles({ storage, prefix, scratch }) {
  const key = `${prefix}/f/file`;
  await storage.put(key, Buffer.from('content'));
  /** @param {string} path */
  const read = (path) => readFile(path, 'utf8');
  assert.equal(await storage.withLocalFile(key, scratch, read), 'content');
  const failed = storage.withLocalFile(key, scratch, () => Promise.reject(new Error('no')));
  await assert.rejects(failed, /no/);
  assert.deepEqual(await readdir(scratch).catch(() => []), []);
  assert.equal(await textOf(storage.read(key)), 'content');
}

/** What every storage does. @type {[what: string, check: (place: Place) => Promise<void>][]} */
export const STORAGE_CHECKS = [
  ['keeps what was put, as a whole and in ranges', keepsContent],
  ['keeps a stream of many parts whole', keepsManyParts],
  ['shows nothing of a stream that failed', showsNothingHalf],
  ['fails for what is not there', failsForNothing],
  ['lists and removes a folder, and neither its neighbours nor more than one page', removesFolders],
  ['lends a file to programs and leaves nothing behind', lendsFiles],
];
