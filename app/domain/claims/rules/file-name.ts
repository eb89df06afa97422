import { FILE_TYPES, type FileType } from './file-type';

/** Longest name that is kept, in characters. */
const LONGEST = 120;

/** Folders, invisible signs and signs that turn the direction of writing, behind which an ending could hide. */
const UNWANTED = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff/\\:*?"<>|]/g;

const OTHER_ENDINGS: Partial<Record<FileType, readonly string[]>> = { 'image/jpeg': ['jpeg', 'jpe'] };

/** The file's own name in any script, made safe, with an ending that tells what it is. */
export function fileName(given: string, type: FileType): string {
  const own = (given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(UNWANTED, '')
    .trim();
  const ending = /\.([a-z0-9]{1,8})$/i.exec(own)?.[1]?.toLowerCase() ?? '';
  const isRight = ending === FILE_TYPES[type] || OTHER_ENDINGS[type]?.includes(ending);
  const stem = [...(isRight ? own.slice(0, -ending.length - 1) : own)].slice(0, LONGEST).join('');
  const name = stem.replace(/^\.+/, '').trim() || 'scan';
  return `${name}.${isRight ? ending : FILE_TYPES[type]}`;
}
