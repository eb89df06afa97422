import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Lang } from '~/i18n/locales';
import type { CredentialSnapshot } from '../types';
import { certificatePaper } from './certificate-paper';
import { CERTIFICATE_TEMPLATE } from './certificate-template';
import { wordsIn } from './certificate-words';
import { readFonts } from './fonts.server';
import { frameSvg } from './frame';
import { qrSvg } from './qr-path';
import { sealSvg } from './seal';

export type RenderCertificateInput = {
  snapshot: CredentialSnapshot;
  /** The holder's choice; the first one is the language of the document. */
  languages: readonly [Lang, Lang];
  /** The whole address in the QR code, signed fragment included; the paper prints it without. */
  verifyUrl: string;
};

/** PDF/A-2a: made to be kept, tagged, every letter with its Unicode value. */
const STANDARD = 'a-2a';

let starting: Promise<NodeCompiler> | undefined;

/** The compiler (some 50 MB of native code) and the fonts are loaded with the first certificate. */
async function startCompiler(): Promise<NodeCompiler> {
  const [typst, fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFonts(),
  ]);
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

function compilerOnce(): Promise<NodeCompiler> {
  starting ??= startCompiler().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/** What every paper has, drawn with the first one. */
let drawings: { frame: string; plainFrame: string; seal: string } | undefined;

const drawnOnce = () => {
  drawings ??= { frame: frameSvg(true), plainFrame: frameSvg(false), seal: sealSvg() };
  return drawings;
};

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

/** Sizes of print that are tried in turn; the last one holds every text that a snapshot allows. */
const SCALES = [1, 0.85, 0.7, 0.6];

/** The compiler puts its diagnostics into `code` (while compiling) or `message` (while exporting). */
function diagnosis(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** What went wrong without the words of the paper: a missing letter is named by its code points. */
function withoutWords(reason: string): string {
  const missing = /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(reason)?.[1];
  if (missing === undefined) return reason.replace(/"[^"]*"/g, '"…"');
  const points = Array.from(missing, (letter) => `U+${letter.codePointAt(0)?.toString(16)}`);
  return `no font has ${points.join(' ')}`;
}

/** Compiles with the first scale at which nothing is lost. */
function compileToFit(compiler: NodeCompiler, data: object, creationTimestamp: number): Uint8Array {
  let reason = '';
  for (const scale of SCALES) {
    const inputs = { data: JSON.stringify({ ...data, scale }) };
    try {
      const source = { mainFileContent: CERTIFICATE_TEMPLATE, inputs };
      return compiler.pdf(source, { pdfStandard: STANDARD, creationTimestamp });
    } catch (error) {
      reason = diagnosis(error);
      if (!reason.includes('does-not-fit')) break;
    }
  }
  throw new Error(`The certificate was not rendered: ${withoutWords(reason)}`);
}

/**
 * The certificate as PDF bytes: A4 landscape, an annex page when the courses do not fit. The same
 * input gives the same bytes on the same renderer and fonts. Throws when a letter of the snapshot
 * is in none of the fonts (better no paper than one with a hole in a name).
 */
export async function renderCertificate(input: RenderCertificateInput): Promise<Uint8Array> {
  const { snapshot, languages, verifyUrl } = input;
  const compiler = await compilerOnce();
  const data = {
    ...certificatePaper(snapshot, languages, verifyUrl, wordsIn),
    ...drawnOnce(),
    qr: qrSvg(verifyUrl),
  };
  const pdf = compileToFit(compiler, data, midnightUtc(snapshot.issuedOn));
  compiler.evictCache(2);
  return new Uint8Array(pdf);
}
