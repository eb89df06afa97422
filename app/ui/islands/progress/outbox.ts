import { type Interval, mergeIntervals, withoutIntervals } from './intervals';

/** The part of localStorage that is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A shelf for this page alone, where the browser allows no other. */
export function memoryShelf(values = new Map<string, string>()): Shelf {
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** Watched seconds of one lesson that the server has not confirmed. */
export interface Unsent {
  lessonId: string;
  intervals: Interval[];
  position: number;
}

const prefix = 'shihan.progress.';
const keyOf = (owner: string, lessonId: string) => `${prefix}${owner}.${lessonId}`;

const isInterval = (value: unknown): value is Interval =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((second) => Number.isInteger(second) && second >= 0);

function read(shelf: Shelf, key: string): Unsent | null {
  try {
    const { lessonId, intervals, position } = JSON.parse(shelf.getItem(key) ?? 'null') ?? {};
    if (typeof lessonId !== 'string' || !Array.isArray(intervals)) return null;
    return { lessonId, intervals: intervals.filter(isInterval), position: Number(position) || 0 };
  } catch {
    return null;
  }
}

/**
 * Keeps watched seconds on this device until the server confirmed them, apart for each person who uses the device.
 * A device that refuses to keep anything (private window, full) only loses this safety.
 */
export function createOutbox(shelf: Shelf, owner: string) {
  const write = (key: string, unsent: Unsent) => {
    try {
      if (unsent.intervals.length === 0) shelf.removeItem(key);
      else shelf.setItem(key, JSON.stringify(unsent));
    } catch {
      // Nothing can be kept here.
    }
  };
  return {
    /** Everything of this person that waits, newest state of the device. */
    list(): Unsent[] {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
      return keys.filter((key) => key.startsWith(keyOf(owner, ''))).flatMap((key) => read(shelf, key) ?? []);
    },
    /** Adds what was watched now to what waits already; gives the sum. */
    add(unsent: Unsent): Unsent {
      const key = keyOf(owner, unsent.lessonId);
      const waiting = read(shelf, key)?.intervals ?? [];
      const sum = { ...unsent, intervals: mergeIntervals([...waiting, ...unsent.intervals]) };
      write(key, sum);
      return sum;
    },
    /** The server has these; what came after them stays. */
    confirm({ lessonId, intervals }: Unsent): void {
      const key = keyOf(owner, lessonId);
      const waiting = read(shelf, key);
      if (waiting) write(key, { ...waiting, intervals: withoutIntervals(waiting.intervals, intervals) });
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
