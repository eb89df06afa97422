// @ts-check
import fs from 'node:fs';
import process from 'node:process';
import readline from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from './refusal.mjs';

/** Shorter ones are guessed, whatever the cost of a guess. */
const SHORTEST = 12;

/** Read one line from the terminal without showing it. @param {string} question @returns {Promise<string>} */
function askHidden(question) {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = readline.createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write(question);
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => reject(new Refusal('Stopped before the end.')));
    lines.question('', resolve);
  }).finally(() => {
    lines.close();
    process.stdout.write('\n');
  });
}

/**
 * The passphrase of a backup: from a file, from BACKUP_PASSPHRASE, or asked for on the terminal.
 * @param {string | undefined} file @param {{ isNew: boolean }} options isNew: it is asked for twice, and must be long enough
 * @returns {Promise<string>}
 */
export async function readPassphrase(file, { isNew }) {
  const passphrase = await find(file, isNew);
  if (passphrase === '') throw new Refusal('The passphrase is empty.');
  if (isNew && passphrase.length < SHORTEST)
    throw new Refusal(`The passphrase must have at least ${SHORTEST} characters.`);
  return passphrase;
}

/** @param {string | undefined} file @param {boolean} isNew */
async function find(file, isNew) {
  if (file !== undefined) {
    if (!fs.existsSync(file)) throw new Refusal(`There is no file ${file}.`);
    return (fs.readFileSync(file, 'utf8').split('\n')[0] ?? '').replace(/\r$/, '');
  }
  if (process.env.BACKUP_PASSPHRASE) return process.env.BACKUP_PASSPHRASE;
  if (!process.stdin.isTTY)
    throw new Refusal(
      'There is no terminal to ask for the passphrase: set BACKUP_PASSPHRASE, or give --passphrase-file.',
    );
  const passphrase = await askHidden('Passphrase: ');
  if (isNew && (await askHidden('The same again: ')) !== passphrase)
    throw new Refusal('The passphrases are not the same.');
  return passphrase;
}
