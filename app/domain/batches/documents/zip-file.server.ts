import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type ZipEntry = { name: string; bytes: number; at: Date; open: () => Readable };

/**
 * A ZIP of files that need no packing, written while it is read: one of them is open at a time, and none is kept. Names
 * are UTF-8 and say so. An end on either side ends the other.
 */
export function zipFile(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  let reading: Readable | null = null;
  const fail = (error: Error) => out.destroy(error);
  for (const { name, bytes, at, open } of entries) {
    zip.addReadStreamLazy(name, { compress: false, size: bytes, mtime: at, mode: 0o100644 }, (give) => {
      reading = open();
      reading.on('error', fail);
      give(null, reading);
    });
  }
  zip.on('error', fail);
  zip.outputStream.on('error', fail);
  out.once('close', () => reading?.destroy());
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}
