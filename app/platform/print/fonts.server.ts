import { type FileHandle, open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The fonts of the paper by weight. In each weight a letter is taken from the first font that has it. */
const FONTS = {
  regular: [
    '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
    '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  ],
  bold: [
    '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
    '@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf',
  ],
};

/** The whole files, for the compiler, one family after the other. */
export const readFonts = (): Promise<Buffer[]> =>
  Promise.all(
    FONTS.regular.flatMap((regular, no) =>
      [regular, FONTS.bold[no] ?? regular].map((font) => readFile(require.resolve(font))),
    ),
  );

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('A font ends too early');
  return buffer;
}

/** The table of letters of a TrueType file (OpenType, `cmap`), without reading the outlines. */
async function readLetterTable(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const head = await readAt(file, 0, 12);
    const tables = await readAt(file, 12, head.readUInt16BE(4) * 16);
    for (let at = 0; at < tables.length; at += 16) {
      if (tables.toString('latin1', at, at + 4) !== 'cmap') continue;
      return await readAt(file, tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12));
    }
    throw new Error(`The font ${path} has no table of letters`);
  } finally {
    await file.close();
  }
}

/** First and last code point of each run of letters: the table's format 12, which every font of ours has. */
type Run = readonly [first: number, last: number];

function runsOf(table: Buffer): Run[] {
  for (let at = 4; at < 4 + table.readUInt16BE(2) * 8; at += 8) {
    const start = table.readUInt32BE(at + 4);
    if (table.readUInt16BE(start) !== 12) continue;
    const groups = Array.from({ length: table.readUInt32BE(start + 12) }, (_, no) => start + 16 + no * 12);
    return groups.map((group): Run => [table.readUInt32BE(group), table.readUInt32BE(group + 4)]);
  }
  throw new Error('A font has no table of letters of format 12');
}

const lettersOf = async (fonts: readonly string[]): Promise<Run[]> =>
  (await Promise.all(fonts.map(async (font) => runsOf(await readLetterTable(require.resolve(font)))))).flat();

const isIn = (runs: readonly Run[], point: number) =>
  runs.some(([first, last]) => first <= point && point <= last);

/** White space, and signs that only choose the form of the letter beside them. */
const NO_LETTER = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/** Whether every weight can show a letter; each is looked up once. */
async function readPrintable(): Promise<(letter: string) => boolean> {
  const weights = await Promise.all(Object.values(FONTS).map(lettersOf));
  const isInAll = (point: number) => weights.every((runs) => isIn(runs, point));
  const known = new Map<string, boolean>();
  return (letter) => {
    const answer = known.get(letter) ?? (NO_LETTER.test(letter) || isInAll(letter.codePointAt(0) ?? 0));
    known.set(letter, answer);
    return answer;
  };
}

let reading: ReturnType<typeof readPrintable> | undefined;

/** The letters of a text that the paper cannot show in each of its weights, every one once. */
export async function unprintableIn(text: string): Promise<string[]> {
  reading ??= readPrintable().catch((error: unknown) => {
    reading = undefined;
    throw error;
  });
  const isPrintable = await reading;
  return [...new Set(text)].filter((letter) => !isPrintable(letter));
}
