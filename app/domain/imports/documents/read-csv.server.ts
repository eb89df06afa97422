import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodeText } from '~/platform/decode-text';
import { isEmptyRow, type TableRow } from '../rules/cells';
import { LONGEST_CELL, MOST_COLUMNS, type Table, TableError } from './table';

const DELIMITERS = [';', ',', '\t'] as const;
const SAMPLE_LINES = 20;

/** The sign that divides most lines into the same number of parts. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (said) return said;
  const lines = text.slice(0, 50_000).split(/\r?\n/).filter(Boolean).slice(0, SAMPLE_LINES);
  const parts = (delimiter: string) =>
    lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length).filter((count) => count > 1);
  const weight = (delimiter: string) => {
    const counts = parts(delimiter);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return counts.filter((count) => count === usual).length * 100 + usual;
  };
  return DELIMITERS.reduce((best, each) => (weight(each) > weight(best) ? each : best), ';' as string);
}

async function* rowsOf(text: string): AsyncGenerator<TableRow> {
  const parser = Readable.from([text]).pipe(
    parse({
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    }),
  );
  let no = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      no += 1;
      if (no === 1 && /^sep=/.test(record[0] ?? '')) continue;
      const row = { no, cells: record.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL)) };
      if (!isEmptyRow(row)) yield row;
    }
  } catch {
    throw new TableError('damaged');
  }
}

/** A file of lines as one sheet. Throws TableError 'encoding' for what is no text. */
export function openCsv(bytes: Uint8Array): Table {
  const file = decodeText(bytes, null);
  if (!file) throw new TableError('encoding');
  const rows = (file.text.match(/\r\n?|\n/g) ?? []).length + 1;
  return { sheets: [{ name: '', rows }], rows: () => rowsOf(file.text) };
}
