// @ts-check
import { say } from '../lib/refusal.mjs';

/** @typedef {import('./load.mjs').Load} Load */

/** @param {number} bytes */
export const size = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {number} value @param {number} digits */
const fixed = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** @param {string} name @param {Load} own @param {Load} other @returns {string[]} */
export function loadRow(name, own, other) {
  return [
    name,
    ...[own, other].flatMap(({ perSecond, p99, cpu }) => [fixed(perSecond, 0), fixed(p99, 0), fixed(cpu, 2)]),
    fixed(own.perSecond / other.perSecond, 2),
    fixed(own.cpu / other.cpu, 2),
    String(own.failed + other.failed),
  ];
}

/** @param {string} title @param {string[]} head @param {string[][]} rows first column left, others right */
export function printTable(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_each, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ');
  say(`\n${title}`);
  say(line(head));
  say(widths.map((width) => '─'.repeat(width)).join('──'));
  for (const row of rows) say(line(row));
}
