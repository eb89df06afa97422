import { foldText, tokensOf } from './fold-text';
import { withoutOkurigana } from './japanese';

/** Nobody types more of a title before choosing. */
const LONGEST_KEY = 80;
const MOST_KEYS = 24;

const cut = (text: string): string => text.slice(0, LONGEST_KEY);

/** From each sign of a Japanese title on; elsewhere from each word. */
function tails(title: string): string[] {
  const tokens = tokensOf(title);
  return tokens.flatMap(({ word, isJapanese }, index) => {
    const after = tokens.slice(index + 1).map((token) => token.word);
    const starts = isJapanese ? [...word].map((_sign, at) => [...word].slice(at).join('')) : [word];
    return starts.map((start) => [start, ...after].join(' '));
  });
}

/** The folded title from each of its words on: whatever somebody types first, it is the beginning of one of them. */
export function suggestionKeys(title: string): string[] {
  const bare = foldText(title).split(' ').map(withoutOkurigana).join(' ');
  return [...new Set([...tails(title), ...tails(bare)].map(cut))].slice(0, MOST_KEYS);
}
