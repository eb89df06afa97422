/** Types of scans that are taken, with the ending of their names. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const;

export type FileType = keyof typeof FILE_TYPES;

export const isFileType = (text: string): text is FileType => Object.hasOwn(FILE_TYPES, text);

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const beginsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

/** A PDF ends with its mark; some programs add a few bytes after it. */
const hasPdfEnd = (bytes: Uint8Array): boolean =>
  text(bytes, Math.max(0, bytes.length - 1024), 1024).includes('%%EOF');

/** The first chunk of a PNG is its header, the last one its end. */
const isPng = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) &&
  text(bytes, 12, 4) === 'IHDR' &&
  text(bytes, bytes.length - 8, 4) === 'IEND';

const isWebp = (bytes: Uint8Array): boolean =>
  text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP' && text(bytes, 12, 3) === 'VP8';

/** Three bytes of the start, then a further marker: every JPEG has one. */
const isJpeg = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0xff, 0xd8, 0xff) && (bytes[3] ?? 0) >= 0xc0 && bytes.length > 20;

/** What a file really is, by its own bytes; null for everything that is not taken. Its name says nothing. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  if (text(bytes, 0, 5) === '%PDF-' && hasPdfEnd(bytes)) return 'application/pdf';
  if (isJpeg(bytes)) return 'image/jpeg';
  if (isPng(bytes)) return 'image/png';
  return isWebp(bytes) ? 'image/webp' : null;
}
