import { fromZero, guardedSound } from '~/platform/programs/sound-input';

/**
 * The file as every browser plays it, with the times that packaging will see: one channel, 64 kbit/s. Decoding all of it
 * shows as well that it can be decoded.
 */
export const previewArguments = (file: string, into: string): string[] => [
  ...['-hide_banner', '-nostdin', '-v', 'error', '-y', ...guardedSound(file)],
  ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-af', fromZero, '-ac', '1', '-c:a', 'aac', '-b:a', '64k'],
  ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'ipod', into],
];
