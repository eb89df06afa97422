/** A text between two moments, in seconds. */
export interface Cue {
  from: number;
  to: number;
  text: string;
}

const timing = /^(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})/;

const secondsOf = ([hours = '0', minutes = '0', seconds = '0', ms = '0']: (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(ms) / 1000;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' };

/** The words of a cue without its marks: voices, colours and karaoke are not shown here. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '');

/** The cues of a WebVTT file in the order of their beginnings; notes, styles and broken blocks are left out. */
export function readCues(file: string): Cue[] {
  const blocks = file.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const cues = blocks.flatMap((block): Cue[] => {
    const lines = block.split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => line.includes('-->'));
    const found = timing.exec(lines[at] ?? '');
    if (!found || at > 1) return [];
    const text = plain(lines.slice(at + 1).join('\n')).trim();
    const [from, to] = [secondsOf(found.slice(1, 5)), secondsOf(found.slice(5, 9))];
    return text === '' || to <= from ? [] : [{ from, to, text }];
  });
  return cues.sort((one, other) => one.from - other.from);
}

/** What is said at a moment; cues that overlap stand below each other. */
export const textAt = (cues: readonly Cue[], seconds: number): string =>
  cues
    .filter(({ from, to }) => from <= seconds && seconds < to)
    .map(({ text }) => text)
    .join('\n');
