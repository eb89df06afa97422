#!/usr/bin/env node
/** Checks the texts of all languages against each other and against the code, and finds text written into the code; exit code 1 when something is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findHardCoded } from './lib/texts/hard-coded.mjs';
import {
  findBroken,
  findCopies,
  findEmpty,
  findGaps,
  findWrongPlaceholders,
  findWrongPlurals,
  readMessages,
} from './lib/texts/messages.mjs';
import { findMissing, findMissingErrors, findUnused, readUses } from './lib/texts/messages-use.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function readApp() {
  const files = readdirSync(`${root}app`, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => /\.(tsx?|json)$/.test(file))
      .map((file) => [`app/${file.replaceAll('\\', '/')}`, readFileSync(`${root}app/${file}`, 'utf8')]),
  );
}

const tree = readApp();
const messages = readMessages(tree);
const uses = readUses(tree);

const findings = [
  ...[findBroken, findGaps, findWrongPlurals, findWrongPlaceholders, findEmpty, findCopies].flatMap((find) =>
    find(messages),
  ),
  ...findHardCoded(tree),
  ...[findMissing, findMissingErrors, findUnused].flatMap((find) => find(messages, uses)),
];

for (const { file, what } of findings) console.log(`${file}: ${what}`);
console.log(findings.length === 0 ? 'messages: nothing found' : `messages: ${findings.length} found`);
process.exitCode = findings.length === 0 ? 0 : 1;
