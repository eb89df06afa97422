import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.server';

/** PDF/A-2a: made to be kept, tagged, every letter with its Unicode value. */
const STANDARD = 'a-2a';

let starting: Promise<NodeCompiler> | undefined;

/** The compiler (some 50 MB of native code) and the fonts are loaded with the first paper. */
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
function compileToFit(
  compiler: NodeCompiler,
  template: string,
  data: object,
  creationTimestamp: number,
): Uint8Array {
  let reason = '';
  for (const scale of SCALES) {
    const inputs = { data: JSON.stringify({ ...data, scale }) };
    try {
      const source = { mainFileContent: template, inputs };
      return compiler.pdf(source, { pdfStandard: STANDARD, creationTimestamp });
    } catch (error) {
      reason = diagnosis(error);
      if (!reason.includes('does-not-fit')) break;
    }
  }
  throw new Error(`The certificate was not rendered: ${withoutWords(reason)}`);
}

/**
 * A Typst document as PDF bytes; it reads one input, `data`, and refuses with `does-not-fit` what it has no room for. The
 * same input gives the same bytes on the same renderer and fonts. Throws when a letter is in none of the fonts (better no
 * paper than one with a hole in a name).
 */
export async function compilePaper(
  template: string,
  data: object,
  { issuedOn }: { issuedOn: string },
): Promise<Uint8Array> {
  const compiler = await compilerOnce();
  const pdf = compileToFit(compiler, template, data, midnightUtc(issuedOn));
  compiler.evictCache(2);
  return new Uint8Array(pdf);
}
