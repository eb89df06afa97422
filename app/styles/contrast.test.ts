import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');

/** Custom properties with a six-digit colour, by name. */
function colours(source: string): Map<string, string> {
  const found = source.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance of a `#rrggbb` colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'sheet', 'straw-2'];
const text = ['ink', 'ink-2', 'ai', 'link', 'shu-2', 'ok', 'warn'].flatMap((ink) =>
  grounds.map((ground) => [ink, ground, 4.5] as const),
);
const pairs = [
  ...text,
  ['ink', 'paper', 7],
  ['ink', 'shu-3', 7],
  ['ink-2', 'shu-3', 4.5],
  ['shu-2', 'shu-3', 4.5],
  ['on', 'ai', 7],
  ['on', 'ai-2', 4.5],
  // Shapes that carry meaning need 3:1.
  ...['shu', 'sky', 'edge', 'ok', 'warn', 'ink-2'].flatMap((mark) =>
    grounds.map((ground) => [mark, ground, 3] as const),
  ),
  ['shu', 'shu-3', 3],
] as const;

describe.each([
  ['light', colours(lightCss)],
  ['dark', colours(darkCss)],
])('%s colours', (_scheme, palette) => {
  test.each(pairs)('%s on %s reaches %d:1', (ink, ground, least) => {
    const value = contrast(palette.get(ink) ?? '', palette.get(ground) ?? '');
    expect(value).toBeGreaterThanOrEqual(least);
  });
});
