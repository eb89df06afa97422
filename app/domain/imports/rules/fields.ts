import { foldName } from '~/platform/folding/names';
import { type Cell, cellText, type TableRow } from './cells';

/** What a column may hold. */
export const FIELDS = [
  'full-name',
  'family',
  'given',
  'patronymic',
  'other-name',
  'birth',
  'iin',
  'region',
  'club',
  'level',
  'awarded',
  'until',
  'number',
] as const;
export type Field = (typeof FIELDS)[number];

/** Words of headers in Russian, Kazakh, English and Japanese; the first field whose words fit is taken. */
const WORDS: readonly (readonly [Field, RegExp])[] = [
  ['iin', /(^|\P{L})(иин|жсн|iin)(\P{L}|$)|индивидуальн\p{L}* идентиф|жеке сәйкестендіру|個人識別/u],
  ['birth', /рожд|туған|birth|生年月日|誕生/u],
  ['other-name', /латин|latin|транслит|passport|паспорт|каной|kana|カナ|かな|ふりがな|ローマ字|英字/u],
  ['patronymic', /отчеств|әкесінің|patronym|middle name/u],
  [
    'full-name',
    /ф\s*\.?\s*и\s*\.?\s*о|аты[- ]?жөні|т\s*\.?\s*а\s*\.?\s*ә|full name|^(name|имя и фамилия|фамилия,? имя.*|氏名|名前)$|тренер$|^жаттықтырушы$|^coach$/u,
  ],
  ['family', /фамил|^тегі|surname|family|last name|^姓|苗字/u],
  ['given', /^имя|^аты$|есімі|given|first name|^名$/u],
  ['until', /действ\p{L}* до|срок|до какого|жарамды|valid|expir|until|мерзімі|有効|満了|期限/u],
  [
    'awarded',
    /дата (присво|выдач|аттест)|присвоен|выдан|берілген|тағайындал|award|issued|granted|取得|認定日|交付|登録日/u,
  ],
  ['number', /номер|№|нөмір|number|^no\.?$|удостовер|куәлік|番号/u],
  ['level', /категор|квалиф|уров|степен|санат|деңгей|біліктілік|level|categ|qualif|grade|資格|級/u],
  ['club', /клуб|школ|дюсш|секци|организац|мектеп|ұйым|club|school|organi|クラブ|道場|学校|所属/u],
  ['region', /регион|област|город|район|облыс|өңір|қала|region|oblast|city|地域|都道府県|県/u],
];

/** A number of the row is no number of a paper. */
const ROW_NUMBER = /^(№|№ ?п\/?п|п\/?п|n|no|#|р\/?с|№ ?р\/?с|番号)\.?$/u;

export function guessField(header: string): Field | null {
  const text = header.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (text === '' || ROW_NUMBER.test(text)) return null;
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** A field for each column; each field once, at its first column. */
export function guessFields(headers: readonly string[]): (Field | null)[] {
  const taken = new Set<Field>();
  return headers.map((header) => {
    const field = guessField(header);
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Rows in which a header is looked for. */
export const HEADER_ROWS = 30;

/** How much a row looks like a header: the fields that its words name. */
const headerScore = ({ cells }: TableRow): number =>
  new Set(cells.flatMap((cell) => (typeof cell === 'string' ? (guessField(cell) ?? []) : []))).size;

const hasNumber = ({ cells }: TableRow): boolean => cells.some((cell) => /\p{Nd}{6}/u.test(cellText(cell)));

/** A day, or a number as people part it, says that a row is about somebody. */
const isFact = (cell: Cell): boolean =>
  (typeof cell === 'object' && cell !== null) ||
  /\p{Nd}{6}/u.test(cellText(cell).replace(/[^\p{L}\p{N}]/gu, ''));

const hasWords = ({ cells }: TableRow): boolean =>
  cells.filter((cell) => typeof cell === 'string' && cell.trim()).length > 1;

/**
 * The number of the header's row: the one that names most fields, the lowest of equals; else the first filled one, if it
 * is words. No row that may say who somebody is: null where the table begins with people.
 */
export function findHeader(rows: readonly TableRow[]): number | null {
  let best: { no: number; score: number } | null = null;
  for (const row of rows.slice(0, HEADER_ROWS)) {
    if (hasNumber(row)) continue;
    const score = headerScore(row);
    if (score >= 2 && score >= (best?.score ?? 0)) best = { no: row.no, score };
  }
  if (best) return best.no;
  const first = rows.find((row) => hasWords(row) || row.cells.some(isFact));
  return first && !first.cells.some(isFact) ? first.no : null;
}

/** By what a table with the same headers is known again, whatever its case, spaces and signs. */
export const headerSignature = (headers: readonly string[]): string =>
  headers
    .map((header) => foldName(cellText(header)).replace(/\s/g, ''))
    .join('|')
    .replace(/\|+$/, '');
