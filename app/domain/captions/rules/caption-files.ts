import { type Cue, timestamp, writeWebVtt } from './webvtt';

export const FILE_FORMATS = ['vtt', 'srt'] as const;
export type ExportFormat = (typeof FILE_FORMATS)[number];

/** A SubRip file: numbered, commas before the milliseconds, lines end as Windows has them. */
const writeSrt = (cues: readonly Cue[]): string =>
  cues
    .map(({ startMs, endMs, text }, index) => {
      const times = [startMs, endMs].map((ms) => timestamp(ms).replace('.', ',')).join(' --> ');
      const words = text.replaceAll('-->', '→').replace(/\n\s*\n+/g, '\n');
      return `${index + 1}\n${times}\n${words}\n`;
    })
    .join('\n')
    .replaceAll('\n', '\r\n');

/** The cues as a file for other programs: no mapping of clocks as in those that players load. */
export const writeCaptionFile = (format: ExportFormat, cues: readonly Cue[]): string =>
  format === 'srt' ? writeSrt(cues) : writeWebVtt(cues, { mapped: false });
