import { readdirSync } from 'node:fs';

/** Every commit has the next turn; after so many of them all was tried. */
const TURNS = 8;

/** `SHIHAN_TURN` is the number of a turn (set by `npm test`); without one everything is tried. */
const turn = (): number | null => {
  const set = process.env.SHIHAN_TURN ?? '';
  return /^\d+$/.test(set) ? Number(set) % TURNS : null;
};

/** Whether the n-th of several tests that take long and resemble each other is tried in this run; `of` is 2, 4 or 8. */
export const isTurn = (n: number, of = 4): boolean => {
  const now = turn();
  return now === null || now % of === n % of;
};

/**
 * Of a long table of like cases those whose turn it is, begun at the `shift`-th: `npm test` tries a fourth or an eighth
 * of them with each commit; `npm run test:all`, and a file that is run by itself, try all.
 */
export const inTurn = <Case>(
  cases: readonly Case[],
  { shift = 0, of = 4 }: { shift?: number; of?: number } = {},
): Case[] => cases.filter((_each, index) => isTurn(index + shift, of));

/**
 * Files of tests that encode recordings for most of their time, by their turn; random histories and the crowded bulk issue
 * have two turns each.
 */
const LONG_FILES: readonly (readonly string[])[] = [
  ['domain/media/camera-file'],
  ['domain/sounds/packaged-sounds', 'domain/licensing/histories'],
  ['domain/media/mux-moves', 'domain/media/storing', 'domain/batches/at-once'],
  ['domain/media/mux-events', 'web/studio/sounds'],
  ['domain/media/mux-withdrawal', 'domain/sounds/received-sounds'],
  ['domain/media/bucket-withdrawal', 'domain/licensing/histories'],
  ['domain/media/bucket-media', 'domain/batches/at-once'],
  ['domain/media/mux-trouble'],
];

/** Browser tests that order new versions of recordings, by their turn. */
const LONG_SPECS: readonly (readonly string[])[] = [['align'], ['mux'], ['removed'], ['upload']];

/** Pages of one kind each; what holds for every address is tried in each run. */
const PAGES = ['captions', 'checkpoints', 'lexicon', 'office', 'pages', 'proofs', 'search', 'studio'];

/** Of the files in these folders every second or fourth one is tried in a run; a domain has both kinds. */
const SHARES: readonly (readonly [folder: string, of: number])[] = [
  ['tests/domain', 2],
  ['tests/platform', 2],
  ['tests/scripts', 2],
  ...PAGES.map((name) => [`tests/web/${name}`, 4] as const),
];

function waiting(groups: readonly (readonly string[])[]): string[] {
  const now = groups.flatMap((group, n) => (isTurn(n, groups.length) ? group : []));
  return groups.flat().filter((name) => !now.includes(name));
}

function waitingShare([folder, of]: (typeof SHARES)[number]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => !LONG_FILES.flat().some((name) => path === `tests/${name}.test.ts`));
  return files.sort().filter((_path, index) => !isTurn(index, of));
}

/** What this run leaves out. */
export const filesNotInTurn = (): string[] => [
  ...waiting(LONG_FILES).map((name) => `tests/${name}.test.ts`),
  ...SHARES.flatMap(waitingShare),
];
export const specsNotInTurn = (): string[] => waiting(LONG_SPECS).map((name) => `**/${name}.spec.ts`);
