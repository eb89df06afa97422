const GB = 1024 ** 3;

/** A three-hour recording of two cameras has about 12 GB; no single file may be larger than this. */
export const maxBytes = 64 * GB;

/** Three hours of an interpreter's sound, uncompressed in studio quality, have about 6 GB. */
export const maxSoundBytes = 8 * GB;

/** Files of one account that may be under way at the same time. */
export const maxUnderWay = 20;

/** What stays free on the disk for everything else: the database, packaging, logs. */
export const reservedBytes = 2 * GB;

/** Days without a byte after which an unfinished upload is removed. */
export const keptDays = 14;

/** Bytes that the disk lacks for a file beside all files under way; 0 when it has room. `free` null: no known end. */
export function lackingBytes(free: number | null, awaited: number, file: number): number {
  return free === null ? 0 : Math.max(0, file + awaited + reservedBytes - free);
}

/** Gigabytes (10⁹ bytes, as file managers show them) with one decimal, never less than the bytes are. */
export const gigabytes = (bytes: number): number => Math.ceil(bytes / 1e8) / 10;
