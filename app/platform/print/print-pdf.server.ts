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

/** The compiler puts its diagnostics into `code` (while compiling) or `message` (while exporting). */
function diagnosis(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** A fault without the words of the paper: a missing letter is named by its code points. */
export function withoutWords(reason: string): string {
  const missing = /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(reason)?.[1];
  if (missing === undefined) return reason.replace(/"[^"]*"/g, '"…"');
  const points = Array.from(missing, (letter) => `U+${letter.codePointAt(0)?.toString(16)}`);
  return `no font has ${points.join(' ')}`;
}

/**
 * A Typst template with `data` as its one input (JSON; no value is ever spliced into the source) as PDF bytes, or what
 * went wrong (it may hold words of the paper). `createdAt` in seconds. The same input gives the same bytes on the same
 * compiler and fonts.
 */
export async function printPdf(
  template: string,
  data: object,
  createdAt: number,
): Promise<{ pdf: Uint8Array<ArrayBuffer> } | { fault: string }> {
  const compiler = await compilerOnce();
  const source = { mainFileContent: template, inputs: { data: JSON.stringify(data) } };
  try {
    const pdf = compiler.pdf(source, { pdfStandard: STANDARD, creationTimestamp: createdAt });
    return { pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { fault: diagnosis(error) };
  } finally {
    compiler.evictCache(2);
  }
}
