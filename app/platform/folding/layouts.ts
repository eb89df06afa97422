/** The keys of a keyboard in one order: what each layout writes there, without and with Shift. */
const KEYS = {
  en: '`1234567890-=qwertyuiop[]asdfghjkl;\'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?',
  ru: 'ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
  kk: '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№)!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?',
} as const;

type Layout = keyof typeof KEYS;

function tableOf(from: Layout, to: Layout): ReadonlyMap<string, string> {
  const target = [...KEYS[to]];
  const table = new Map<string, string>();
  // The first place of a sign wins: without Shift before with Shift.
  [...KEYS[from]].forEach((sign, place) => {
    if (!table.has(sign)) table.set(sign, target[place] ?? sign);
  });
  return table;
}

const SWAPS = [tableOf('en', 'ru'), tableOf('en', 'kk'), tableOf('ru', 'en'), tableOf('kk', 'en')];

/**
 * What the same keys would have written in the other layouts (English, Russian, Kazakh): 'jcjnj' → 'осото'. Texts
 * that none of the layouts can write have none.
 */
export function otherLayouts(text: string): string[] {
  const typed = text.normalize('NFC');
  const swapped = SWAPS.map((table) => [...typed].map((sign) => table.get(sign) ?? sign).join(''));
  return [...new Set(swapped)].filter((other) => other !== typed);
}
