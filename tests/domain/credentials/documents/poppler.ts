import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Poppler reads documents independently of the program that wrote them. */
export const hasPoppler = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

async function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs of white space as one space, so that wrapped lines compare equal. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of a document as a reader would copy it. */
export const textOf = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (file) => (await run('pdftotext', ['-enc', 'UTF-8', file, '-'])).stdout);

/** What pdfsig says of the signatures, and pdfinfo of the document, its metadata or its tags. */
export const signaturesOf = (pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (file) => (await run('pdfsig', ['-nocert', file])).stdout);
export const infoOf = (pdf: Uint8Array, ...flags: ('-meta' | '-struct')[]): Promise<string> =>
  withFile(pdf, async (file) => (await run('pdfinfo', [...flags, file], { maxBuffer: 1 << 24 })).stdout);

export type Word = { text: string; left: number; top: number; right: number; bottom: number };

/** Words with their boxes in points from the top left corner. */
export const wordsOf = (pdf: Uint8Array): Promise<Word[]> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1 << 24 });
    const pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
    return [...stdout.matchAll(pattern)].map(([, left, top, right, bottom, text = '']) => ({
      text,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }));
  });

export type Picture = { width: number; height: number; at: (x: number, y: number) => number };

/** One page in grey, 0 = black, 255 = white. */
export const pictureOf = (pdf: Uint8Array, page: number, dpi: number): Promise<Picture> =>
  withFile(pdf, async (file, folder) => {
    const target = join(folder, 'page');
    const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
    await run('pdftoppm', ['-gray', '-r', String(dpi), ...pages, file, target]);
    const bytes = await readFile(`${target}.pgm`);
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString('latin1'));
    const width = Number(head?.[1]);
    const start = head?.[0].length ?? 0;
    return { width, height: Number(head?.[2]), at: (x, y) => bytes[start + y * width + x] ?? 255 };
  });
