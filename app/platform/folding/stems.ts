/** Endings of Russian words by kind, longest first (after the Snowball algorithm, shortened). */
const RU = {
  reflexive: /(ся|сь)$/,
  participle: /(ивший|ывший|ующий|ющий|ящий|вший|ивш|ывш|ующ|щий|нный|нн|ем|вш|ющ|щ)$/,
  adjective: /(ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/,
  noun: /(иями|ями|ами|иях|ией|иям|ием|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|ьев|ьёв|а|е|и|й|о|у|ы|ь|ю|я)$/,
} as const;

const VOWEL = /[аеиоуыэюя]/;

/** The part of a word before its ending, after its first vowel; the rest is never cut. */
function cut(word: string, ending: RegExp): string {
  const first = word.search(VOWEL);
  if (first < 0) return word;
  const [head, tail] = [word.slice(0, first + 1), word.slice(first + 1)];
  return head + tail.replace(ending, '');
}

function stemRussian(word: string): string {
  const plain = cut(word.replaceAll('ё', 'е'), RU.reflexive);
  const adjective = cut(plain, RU.adjective);
  const stem = adjective === plain ? cut(plain, RU.noun) : cut(adjective, RU.participle);
  // отсечка and отсечек are one word: a fleeting vowel before к stays out.
  return stem
    .replace(/ь$/, '')
    .replace(/нн$/, 'н')
    .replace(/(?<=[^аеиоуыэюя])[ео]к$/, 'к');
}

function stemEnglish(word: string): string {
  return word
    .replace(/'s?$/, '')
    .replace(/(ss)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=[a-z]{3})(ing|ed)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/([^aeiouls])\1$/, '$1');
}

/** Words that only join others. */
const JOINING = new Set(
  'в во на с со за по к ко о об от из у и или для при the a an of with by in on to and or for from және мен'.split(
    ' ',
  ),
);

/** The folded words of a text, cut to their stems; words that only join others are left out. */
export function stemsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) => word.replaceAll('’', "'"))
    .filter((word) => word !== '' && !JOINING.has(word));
  return words.map((word) => {
    if (/^[а-яё]+$/.test(word)) return stemRussian(word);
    return /^[a-z']+$/.test(word) ? stemEnglish(word) : word;
  });
}
