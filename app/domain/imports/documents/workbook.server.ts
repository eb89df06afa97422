import { readXml } from './read-xml.server';
import { TableError } from './table';
import type { Archive } from './zip-archive.server';

export type Workbook = {
  /** In the order of the tabs; hidden ones are left out. */
  sheets: { name: string; file: string }[];
  strings: readonly string[];
  /** Whether the style with this number shows days. */
  isDay(style: number): boolean;
  /** Days are counted from 1904. */
  from1904: boolean;
};

const [BOOK, STRINGS, STYLES] = ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'];

/** Formats of days that need no definition, in Western, Japanese and Chinese Excel. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A format of a day has a letter for year or day outside quotes, brackets and escapes. */
const showsDay = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\\.|_.|\[(?!\$)[^\]]*\]|\[\$[^\]]*\]/g, '')) ||
  /\[\$-[^\]]*\].*[ge]/i.test(code);

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for await (const event of readXml(archive.text('xl/_rels/workbook.xml.rels')))
    if (event.kind === 'open' && event.name === 'Relationship')
      targets.set(event.attributes.Id ?? '', (event.attributes.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'));
  return targets;
}

async function readBook(archive: Archive): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const targets = await readTargets(archive);
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  for await (const event of readXml(archive.text(BOOK))) {
    if (event.kind !== 'open') continue;
    const { name, attributes } = event;
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    const file = targets.get(attributes.id ?? '');
    if (name === 'sheet' && file && archive.has(file) && (attributes.state ?? 'visible') === 'visible')
      sheets.push({ name: (attributes.name ?? '').slice(0, 60), file });
  }
  return { sheets, from1904 };
}

/** Furigana stands beside the text that it reads, and is no part of it. */
async function readStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  // Programs that write every text into its cell leave the list out.
  if (!archive.has(STRINGS)) return strings;
  let text = '';
  let [isText, isReading] = [false, false];
  for await (const event of readXml(archive.text(STRINGS))) {
    if (event.kind === 'text') text += isText && !isReading ? event.text : '';
    else if (event.name === 't') isText = event.kind === 'open';
    else if (event.name === 'rPh') isReading = event.kind === 'open';
    else if (event.name === 'si') {
      if (event.kind === 'close') strings.push(text);
      text = '';
    }
  }
  return strings;
}

async function readDayStyles(archive: Archive): Promise<(style: number) => boolean> {
  if (!archive.has(STYLES)) return () => false;
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let isCell = false;
  for await (const event of readXml(archive.text(STYLES))) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') isCell = event.kind === 'open';
    if (event.kind !== 'open') continue;
    const { numFmtId, formatCode } = event.attributes;
    if (event.name === 'numFmt') formats.set(Number(numFmtId), formatCode ?? '');
    if (event.name === 'xf' && isCell) styles.push(Number(numFmtId ?? 0));
  }
  const days = styles.map((id) => DAY_FORMATS.has(id) || showsDay(formats.get(id) ?? ''));
  return (style) => days[style] ?? false;
}

/** What the sheets of a workbook need to be read. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has(BOOK)) throw new TableError('damaged');
  return {
    ...(await readBook(archive)),
    strings: await readStrings(archive),
    isDay: await readDayStyles(archive),
  };
}
