import { describe, expect, test } from 'vitest';
import { fileName } from './file-name';
import { fileTypeOf } from './file-type';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const PNG = bytes(
  [0x89],
  'PNG\r\n\x1a\n',
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 0, 1],
  'rest',
  [0, 0, 0, 0],
  'IEND',
  [1, 2, 3, 4],
);

describe('what a file is', () => {
  test.each([
    ['application/pdf', bytes('%PDF-1.7\n1 0 obj\n', 'trailer\n%%EOF\n')],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif', new Array(30).fill(0))],
    ['image/png', PNG],
    ['image/webp', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 ', [0])],
  ])('%s', (type, content) => {
    expect(fileTypeOf(content)).toBe(type);
  });

  test.each([
    ['nothing', bytes()],
    ['text', bytes('A certificate, honestly')],
    ['half a PDF', bytes('%PDF-1.7\n1 0 obj\n')],
    ['a page that speaks of a PDF', bytes('<html>%PDF-1.4 %%EOF')],
    ['half a PNG', PNG.subarray(0, 30)],
    ['three bytes', bytes([0xff, 0xd8, 0xff])],
    ['GIF', bytes('GIF89a', new Array(40).fill(0))],
    ['HEIC', bytes([0, 0, 0, 24], 'ftypheic', new Array(40).fill(0))],
    ['a sound', bytes('RIFF', [9, 0, 0, 0], 'WAVEfmt ', [0])],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('not taken: %s', (_what, content) => {
    expect(fileTypeOf(content)).toBeNull();
  });
});

describe('names of files', () => {
  test.each([
    ['Сертификат первой помощи.pdf', 'application/pdf', 'Сертификат первой помощи.pdf'],
    ['段位証書.JPEG', 'image/jpeg', '段位証書.jpeg'],
    ['letter.pdf', 'image/png', 'letter.pdf.png'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\scans\\scan.pdf', 'application/pdf', 'scan.pdf'],
    ['a\u202egpj.exe', 'image/jpeg', 'agpj.exe.jpg'],
    ['.pdf', 'application/pdf', 'scan.pdf'],
    ['', 'image/webp', 'scan.webp'],
    ['a"\r\nb.png', 'image/png', 'ab.png'],
  ] as const)('%j', (given, type, kept) => {
    expect(fileName(given, type)).toBe(kept);
  });

  test('a very long one is cut before its ending', () => {
    expect(fileName(`${'ы'.repeat(500)}.pdf`, 'application/pdf')).toBe(`${'ы'.repeat(120)}.pdf`);
  });
});
