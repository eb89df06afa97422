import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

export type PaperWords = { head: string; kicker: string; lines: readonly string[]; foot: string };

const FONT = '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const line = (text: string, y: number, size: number): string =>
  `<text x="420" y="${y}" text-anchor="middle" font-family="Noto Serif" font-size="${size}" fill="#16181d">${escaped(text)}</text>`;

/** A drawn paper of the demo, 840 × 594, as a PNG; it says of itself that it is a sample. */
export async function drawPaper({ head, kicker, lines, foot }: PaperWords): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="840" height="594">
    <rect width="840" height="594" fill="#fbf9f4"/>
    <rect x="24" y="24" width="792" height="546" fill="none" stroke="#1d3557" stroke-width="3"/>
    <rect x="34" y="34" width="772" height="526" fill="none" stroke="#c9b37a"/>
    ${line(kicker, 96, 20)}${line(head, 158, 36)}
    ${lines.map((text, index) => line(text, 250 + index * 52, 25)).join('')}
    ${line(foot, 530, 17)}
    <circle cx="700" cy="446" r="46" fill="none" stroke="#c8321f" stroke-width="4"/>
    <path d="M676 446h48M700 422v48" stroke="#c8321f" stroke-width="4"/></svg>`;
  const fontFiles = [createRequire(import.meta.url).resolve(FONT)];
  const picture = await renderAsync(svg, { font: { fontFiles, loadSystemFonts: false } });
  return picture.asPng();
}
