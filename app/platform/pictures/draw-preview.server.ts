import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Lang } from '~/i18n/locales';
import { PREVIEW_SIZE, PREVIEW_TEMPLATE, previewGround } from './preview-template';

export type PreviewWords = {
  lang: Lang;
  /** What kind of page it is. */
  kicker: string;
  title: string;
  /** One sentence beneath the title. */
  line: string;
  /** A name in kanji, written downwards at the side; '' leaves the drawing there. */
  sign: string;
};

const FONTS = [
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf',
];

const MOST = { title: 150, line: 150, sign: 6 } as const;

let starting: Promise<NodeCompiler> | undefined;

/** Compiler and fonts (some 30 MB) are loaded with the first picture. */
async function startCompiler(): Promise<NodeCompiler> {
  const require = createRequire(import.meta.url);
  const [typst, ...fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    ...FONTS.map((font) => readFile(require.resolve(font))),
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

/** At most so many characters, cut at a space where there is one. */
function shortened(text: string, most: number): string {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join('');
  const cut = letters.slice(0, most - 1).join('');
  return `${cut.replace(/[\s,;:.、。]+\S{0,24}$/u, '')}…`;
}

const JOINER = '\u2060';
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Japanese breaks between phrases: a word keeps its letters and the kana that follow it together. */
function inPhrases(text: string, lang: Lang): string {
  if (lang !== 'ja') return text;
  return [...segmenter.segment(text)]
    .map(({ segment }, index) => {
      const joined = [...segment].join(JOINER);
      return index > 0 && /^[\p{Script=Hiragana}ー、。」』）：:!?！？]+$/u.test(segment)
        ? JOINER + joined
        : joined;
    })
    .join('');
}

/** The compiler writes points; the ground is drawn in pixels. */
const inPixels = (svg: string): string =>
  svg.replace(/ width="1200pt" height="630pt"/, ' width="1200" height="630"');

/** The picture that stands beside a passed-on link: 1200 × 630, PNG. The same words give the same picture. */
export async function drawPreview({ lang, kicker, title, line, sign }: PreviewWords): Promise<Buffer> {
  const [compiler, { renderAsync }] = await Promise.all([compilerOnce(), import('@resvg/resvg-js')]);
  const data = {
    lang,
    kicker,
    title: inPhrases(shortened(title, MOST.title), lang),
    line: shortened(line, MOST.line),
    sign: [...sign].slice(0, MOST.sign),
  };
  const words = compiler.plainSvg({
    mainFileContent: PREVIEW_TEMPLATE,
    inputs: { data: JSON.stringify(data) },
  });
  compiler.evictCache(2);
  const picture = await renderAsync(previewGround(inPixels(words), data.sign.length === 0), {
    fitTo: { mode: 'width', value: PREVIEW_SIZE.width },
    font: { loadSystemFonts: false },
  });
  return picture.asPng();
}
