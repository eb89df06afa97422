/** One letter missing, two swapped, one doubled, one wrong: each place of a text. */
export function typingErrors(text: string): {
  deleted: string[];
  swapped: string[];
  doubled: string[];
  wrong: string[];
} {
  const signs = [...text];
  const places = signs.map((_sign, place) => place).filter((place) => /\p{L}/u.test(signs[place] ?? ''));
  const without = (place: number, ...put: string[]) =>
    [...signs.slice(0, place), ...put, ...signs.slice(place + 1)].join('');
  return {
    deleted: places.map((place) => without(place)),
    swapped: places
      .filter((place) => places.includes(place + 1) && signs[place] !== signs[place + 1])
      .map((place) =>
        [...signs.slice(0, place), signs[place + 1], signs[place], ...signs.slice(place + 2)].join(''),
      ),
    doubled: places.map((place) => without(place, signs[place] ?? '', signs[place] ?? '')),
    wrong: places.map((place) => without(place, NEIGHBOURS[signs[place]?.toLowerCase() ?? ''] ?? 'x')),
  };
}

/** The key beside each key. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
const NEIGHBOURS: Record<string, string> = Object.fromEntries(
  ROWS.flatMap((row) => [...row].map((sign, place) => [sign, row[place + 1] ?? row[place - 1] ?? sign])),
);

/** The same keys on another layout: what a coach types who forgot to switch. */
const KEYS = {
  en: "`qwertyuiop[]asdfghjkl;'zxcvbnm,./-",
  ru: 'ёйцукенгшщзхъфывапролджэячсмитьбю.-',
  kk: '(йцукенгшщзхъфывапролджэячсмитьбю№ө',
};

export function onLayout(text: string, meant: keyof typeof KEYS, typed: keyof typeof KEYS): string {
  const from = [...KEYS[meant]];
  const to = [...KEYS[typed]];
  return [...text.toLowerCase()]
    .map((sign) => (from.includes(sign) ? (to[from.indexOf(sign)] ?? sign) : sign))
    .join('');
}
