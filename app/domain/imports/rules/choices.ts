import { maskRuns } from '~/domain/identities/inputs';
import { foldName } from '~/platform/folding/names';

/** Things that bear names in several languages, found by any of them. */
export type Named = { id: string; names: readonly string[] };

/** Words that say nothing about which one it is. */
const fold = (text: string): string => foldName(text.replace(/["'«»“”„’()]/g, ' ').replace(/[-–/]/g, ' '));

export type Found = { id: string } | { fault: 'unknown' | 'several' };

/** Finds one thing by a text; the registrar's own choices come first. */
export class Choices {
  private readonly ids = new Map<string, Set<string>>();

  constructor(
    things: readonly Named[],
    private readonly chosen: Readonly<Record<string, string>>,
  ) {
    for (const { id, names } of things)
      for (const name of names) {
        const key = fold(name);
        if (key === '') continue;
        const there = this.ids.get(key) ?? new Set();
        this.ids.set(key, there.add(id));
      }
  }

  find(text: string): Found {
    const own = this.chosen[choiceKey(text)];
    if (own) return { id: own };
    const [first, ...others] = this.ids.get(fold(text)) ?? [];
    if (first === undefined) return { fault: 'unknown' };
    return others.length > 0 ? { fault: 'several' } : { id: first };
  }
}

/** The key under which a choice for this value is kept, in clear. */
export const choiceKey = (text: string): string => fold(maskRuns(text));
