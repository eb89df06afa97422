import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from './clip';
import { ink, stageHeight, stageWidth } from './stage';

const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-jp/500Medium/NotoSerifJP_500Medium.ttf',
);

const wrap = (markup: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${stageWidth}" height="${stageHeight}">${markup}</svg>`;

const render = (markup: string, font: object): Buffer => new Resvg(wrap(markup), { font }).render().pixels;

const stage = `<rect width="${stageWidth}" height="${stageHeight}" fill="${ink.stage}"/>`;
const lettering = { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: 'Noto Serif JP' };

interface Layer {
  markup: string;
  pixels: Buffer;
}

const pixelsOf = ({ buffer, byteOffset, length }: Buffer) => new Uint32Array(buffer, byteOffset, length / 4);

/** Lays premultiplied `over` upon opaque `under`; both are RGBA. Most of `over` is empty. */
function blend(under: Buffer, over: Buffer): Buffer {
  const frame = Buffer.from(under);
  const pixels = pixelsOf(over);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    if (pixels[pixel] === 0) continue;
    const at = pixel * 4;
    const rest = 255 - (over[at + 3] ?? 0);
    for (let channel = at; channel < at + 3; channel += 1) {
      frame[channel] = (over[channel] ?? 0) + Math.round(((under[channel] ?? 0) * rest) / 255);
    }
  }
  return frame;
}

/**
 * A painter of RGBA frames that draws only what changed: the still layer (the only one with lettering) once per
 * sentence, the same picture never twice in a row. Uses no font of the machine, so that every machine paints the same.
 */
export function createPainter(): (picture: Picture) => Buffer {
  let still: Layer = { markup: '', pixels: Buffer.alloc(0) };
  let last: Layer = { markup: '', pixels: Buffer.alloc(0) };
  return (picture) => {
    const unchanged = still.markup === picture.still;
    if (unchanged && last.markup === picture.moving) return last.pixels;
    if (!unchanged) still = { markup: picture.still, pixels: render(stage + picture.still, lettering) };
    last = {
      markup: picture.moving,
      pixels: blend(still.pixels, render(picture.moving, { loadSystemFonts: false })),
    };
    return last.pixels;
  };
}
