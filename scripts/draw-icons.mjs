/**
 * Draws the icons of the installed app from public/favicon.svg.
 *
 *   node scripts/draw-icons.mjs
 *
 * Result: public/icons/192.png, 512.png (as the favicon) and maskable.png (ground to the edges, sign in the middle
 * 60 %, because phones cut any shape out of it).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
const favicon = await readFile(`${folder}favicon.svg`, 'utf8');
const maskable = favicon
  .replace('rx="12" ', '')
  .replace('translate(8 8) scale(.192)', 'translate(13 13) scale(.152)');

const draw = (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

await mkdir(`${folder}icons`, { recursive: true });
for (const [name, svg, width] of [
  ['192', favicon, 192],
  ['512', favicon, 512],
  ['maskable', maskable, 512],
]) {
  const file = `icons/${name}.png`;
  await writeFile(`${folder}${file}`, draw(svg, width));
  console.log(`public/${file}`);
}
