/** Containers in which a sound may come: mp3, m4a, wav, ogg, flac, by their content, never by their name. */
export const soundFormats = ['mp3', 'mov', 'mp4', 'wav', 'ogg', 'flac', 'aac'];

/** ffmpeg reads one file of our own storage: no network, no list of further files. */
export const guardedSound = (file: string): string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', soundFormats.join(',')],
  ...['-i', `file:${file}`],
];

/** A sound at 48 kHz whose first moment is the file's, with gaps filled, so that its times are those of the file. */
export const fromZero = 'aresample=48000:async=1:first_pts=0';
