import type { FiledElement } from './lexicon-files';

const VOICED: Readonly<Record<string, string>> = {
  ...{ か: 'が', き: 'ぎ', く: 'ぐ', け: 'げ', こ: 'ご', さ: 'ざ', し: 'じ', す: 'ず', せ: 'ぜ', そ: 'ぞ' },
  ...{ た: 'だ', ち: 'ぢ', つ: 'づ', て: 'で', と: 'ど', は: 'ば', ひ: 'び', ふ: 'ぶ', へ: 'べ', ほ: 'ぼ' },
};

type Part = { kanji: string; kana: string };

/**
 * Divides a name into known pieces, each with its reading inside the name, voiced or not: 大外刈, おおそとがり → 大 おお,
 * 外 そと, 刈 がり. Null when the pieces do not cover it.
 */
export function partsOf(kanji: string, kana: string, elements: readonly FiledElement[]): Part[] | null {
  if (kanji === '') return kana === '' ? [] : null;
  const fitting = elements.filter((element) => kanji.startsWith(element.kanji));
  for (const element of fitting.sort((a, b) => b.kanji.length - a.kanji.length)) {
    const [first = '', ...rest] = [...element.kana];
    for (const reading of [element.kana, [VOICED[first] ?? first, ...rest].join('')]) {
      if (!kana.startsWith(reading)) continue;
      const others = partsOf(kanji.slice(element.kanji.length), kana.slice(reading.length), elements);
      if (others) return [{ kanji: element.kanji, kana: reading }, ...others];
    }
  }
  return null;
}
