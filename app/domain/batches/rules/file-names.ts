/** Signs that a file system or an archive takes for something else, and those that nobody sees. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** Bytes that a name may have in UTF-8: file systems end at 255, and the number and ending come to it. */
const MOST_BYTES = 180;

function cut(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const sign of name) {
    bytes += Buffer.byteLength(sign);
    if (bytes > MOST_BYTES) break;
    kept += sign;
  }
  return kept;
}

/** A person's name as part of a file's name, in its own script. */
export const namePart = (name: string): string =>
  cut(name.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()).replace(
    /[. ]+$/,
    '',
  );

/** 'Certificates/KJF-2026-000117 Әлия Досова.pdf': the number makes it the only one. */
export const entryName = (folder: string, number: string, holder: string): string =>
  `${namePart(folder)}/${[namePart(number), namePart(holder)].filter(Boolean).join(' ')}.pdf`;
