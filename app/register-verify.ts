import { parseArgs } from 'node:util';
import { compareCheckpoints } from './domain/checkpoints/compare-checkpoints.server';
import { readCheckpointFiles } from './domain/checkpoints/read-checkpoint-files.server';
import type { Comparison, Difference } from './domain/checkpoints/types';
import { checkIssued, type IssuedFault } from './domain/credentials/check-issued.server';
import { type BadgeFault, checkBadges } from './domain/proofs/check-badges.server';
import { verifyChain } from './platform/audit/verify-chain.server';
import { readConfig } from './platform/config/config.server';
import type { Ctx } from './platform/context';
import { newId } from './platform/ids';
import { buildContext } from './web/build-context.server';
import { closeServices, openServices } from './web/open-services.server';

const USAGE = `npm run register:verify
npm run register:verify -- --against <file, folder or address> [--against …] [--key <public key, base64 or multibase>]`;

const WORDS = {
  'row-changed': 'was changed after it was written',
  'link-broken': 'does not continue the row before it',
  'row-missing': 'is missing',
  'detail-changed': 'has a detail that was changed after it was written',
  'head-differs': 'is not where the head of the chain says it ends',
} as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function checkChain(ctx: Ctx): Promise<boolean> {
  const { rows, erasedDetails, finding, headHash } = await verifyChain(ctx.db);
  say(
    finding
      ? `audit chain BROKEN: row ${finding.seq} ${WORDS[finding.problem]} (${finding.problem})`
      : `audit chain whole: ${rows} rows, ${erasedDetails} with erased detail, head ${headHash}`,
  );
  return finding === null;
}

const FAULTS: Record<IssuedFault['problem'], string> = {
  'snapshot-unreadable': 'has a snapshot that is none',
  'serial-differs': 'has another serial than its snapshot',
  'number-differs': 'has another number than its snapshot',
  'snapshot-changed': 'has a snapshot that is not the one in the audit chain',
  'record-missing':
    'has no record of its stored file in the audit chain: the detail was erased, or there never was one',
  'document-missing': 'has lost its stored file',
  'document-changed': 'has a stored file that is not the issued one',
  'signature-broken': 'has a stored file whose signature does not cover it',
  'certificate-unknown': 'has a stored file that is signed by a certificate that KEYS_DIR does not hold',
  'never-issued': 'was issued by no act in the audit chain, though the document before it was',
  'number-out-of-row':
    'does not follow the number before it: one is missing or there twice, or the counter stands elsewhere',
};

const PAGE = 100;
const TELL_EVERY_MS = 3_000;

async function checkDocuments(ctx: Ctx): Promise<boolean> {
  let [checked, waiting, told] = [0, 0, Date.now()];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof checkIssued>> = await checkIssued(ctx, { after, take: PAGE });
    checked += page.checked;
    waiting += page.waiting;
    if (page.fault) {
      const { number, serial, problem } = page.fault;
      say(
        `documents BROKEN: ${number ? `${number} (${serial})` : 'a year without any'} ${FAULTS[problem]} (${problem})`,
      );
      return false;
    }
    after = page.next;
    if (after === null) break;
    if (Date.now() - told < TELL_EVERY_MS) continue;
    told = Date.now();
    say(`documents: ${checked} checked …`);
  }
  say(`documents whole: ${checked}, ${waiting} of them still being drawn; numbers without gap or double`);
  return true;
}

const BADGE_FAULTS: Record<BadgeFault['problem'], string> = {
  'badge-changed': 'is not the text that was signed',
  'badge-unreadable': 'is no badge',
  'badge-differs': 'does not say what was issued',
  'signature-wrong': 'has a signature that is not by a key of this installation',
};

async function checkSignedBadges(ctx: Ctx): Promise<boolean> {
  let [checked, waiting, told] = [0, 0, Date.now()];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof checkBadges>> = await checkBadges(ctx, { after, take: PAGE });
    checked += page.checked;
    waiting += page.waiting;
    if (page.fault) {
      const { serial, lang, problem } = page.fault;
      say(`badges BROKEN: ${serial} in ${lang} ${BADGE_FAULTS[problem]} (${problem})`);
      return false;
    }
    after = page.next;
    if (after === null) break;
    if (Date.now() - told < TELL_EVERY_MS) continue;
    told = Date.now();
    say(`badges: ${checked} checked …`);
  }
  say(`badges whole: ${checked}, ${waiting} still being signed`);
  return true;
}

type Refused = Comparison['refused'][number];

const REFUSALS: Record<Refused['why'], (file: Refused) => string> = {
  'no-checkpoint': () => 'is no checkpoint, or was cut or changed',
  'bad-signature': ({ keyId }) => `was changed after key ${keyId} had signed it`,
  'other-key': ({ keyId }) => `is signed by key ${keyId}, not by the one of --key`,
  'unknown-key': ({ keyId, site }) =>
    `comes from another installation (${site}): this one never had key ${keyId}. If this is the right one, its KEYS_DIR was replaced; name the key with --key`,
  'two-of-a-day': () =>
    'is signed, and differs from another signed file of the same day: history was written twice',
};

function wordsOf(difference: Difference): string {
  const { kind, day, file } = difference;
  const where = `compared with the checkpoint of ${day} (${file})`;
  if (kind === 'row-differs') {
    const { seq, now } = difference;
    return `row ${seq} is not the row that was published: now it says ${now.act} on ${now.subjectType}:${now.subjectId} at ${now.at.toISOString()}; ${where}`;
  }
  if (kind === 'row-missing') return `row ${difference.seq} is missing; ${where}`;
  if (kind === 'chain-ends')
    return `the chain was cut: it ends at row ${difference.seq}, but rows up to ${difference.last} were published; ${where}`;
  const { upTo, missing } = difference;
  return `a row up to ${upTo} is not the one that was published; ${where}. The file of ${missing ?? 'the days before'} would name it and was not found: give it with --against`;
}

/** A raw key of 32 bytes in base64 or base64url, or a Multikey ('u…' in base64url, 'z…' in base58); null for anything else. */
function readKey(text: string): Uint8Array | null {
  const bytes = text.startsWith('z') && text.length > 44 ? fromBase58(text.slice(1)) : fromBase64(text);
  const raw = bytes.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01 ? bytes.subarray(2) : bytes;
  return raw.length === 32 ? raw : null;
}

const fromBase64 = (text: string) =>
  new Uint8Array(Buffer.from(text.startsWith('u') && text.length > 44 ? text.slice(1) : text, 'base64'));

function fromBase58(text: string): Uint8Array {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = 0n;
  for (const sign of text) value = value * 58n + BigInt(Math.max(digits.indexOf(sign), 0));
  const hex = value.toString(16);
  return new Uint8Array(Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'));
}

async function checkAgainst(ctx: Ctx, sources: readonly string[], key: Uint8Array | null): Promise<boolean> {
  const files = await readCheckpointFiles(ctx, { sources });
  const { refused, compared, difference } = await compareCheckpoints(ctx, { files, key });
  for (const one of refused) say(`checkpoint REFUSED: ${one.file} ${REFUSALS[one.why](one)}`);
  if (difference) say(`checkpoints DIFFER: ${wordsOf(difference)}`);
  const last = compared.at(-1);
  if (last && !difference) {
    const days = compared.length === 1 ? `of ${last.day}` : `from ${compared[0]?.day} to ${last.day}`;
    say(`checkpoints agree: ${compared.length}, ${days}, with the chain up to row ${last.last}`);
  }
  if (last && !key)
    say(`The key ${last.keyId} was taken from this installation; --key checks it against one that you kept.`);
  if (!last) say('No checkpoint was compared.');
  const strange = compared.find(({ site }) => site !== ctx.config.publicUrl);
  if (strange) say(`Note: ${strange.file} was made at ${strange.site}, this is ${ctx.config.publicUrl}.`);
  return last !== undefined && refused.length === 0 && difference === null;
}

/** What is asked for; null when it cannot be understood. */
function readArguments(): { against: string[]; key: Uint8Array | null } | null {
  try {
    const options = { against: { type: 'string', multiple: true }, key: { type: 'string' } } as const;
    const { against = [], key } = parseArgs({ options }).values;
    const raw = key === undefined ? null : readKey(key);
    return key !== undefined && (raw === null || against.length === 0) ? null : { against, key: raw };
  } catch {
    return null;
  }
}

/**
 * Walks the audit chain, all issued documents and their badges, and compares the chain with kept checkpoints; exit 0 when all is whole,
 * 1 with the first thing that is not, 2 when it cannot be read.
 */
async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const services = await openServices(readConfig(), 'command');
  try {
    const ctx = buildContext(services, { actor: null, lang: 'en', requestId: newId() });
    let isWhole = await checkChain(ctx);
    const areWhole = await checkDocuments(ctx);
    if (!areWhole) say('badges are not checked while a document is not whole');
    isWhole = areWhole && (await checkSignedBadges(ctx)) && isWhole;
    if (asked.against.length > 0) isWhole = (await checkAgainst(ctx, asked.against, asked.key)) && isWhole;
    return isWhole ? 0 : 1;
  } finally {
    await closeServices(services);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
