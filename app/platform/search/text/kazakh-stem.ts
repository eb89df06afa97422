const POSSESSIVE = [
  ...['ымыз', 'имиз', 'ыныз', 'иниз', 'мыз', 'миз', 'ныз', 'низ', 'сын', 'син', 'ын', 'ин'],
  ...['сы', 'си', 'ым', 'им', 'ы', 'и'],
];

/**
 * Endings of Kazakh nouns in folded letters (fold-text.ts: қ is к, і is и …), from the outside inwards: predicate,
 * case, possessive, plural, -лық. Each is taken off at most once, and a stem keeps at least three letters.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['мыз', 'миз', 'быз', 'биз', 'пыз', 'пиз', 'мын', 'мин', 'бын', 'бин', 'пын', 'пин'],
  [
    ...['ндагы', 'ндеги', 'дагы', 'деги', 'тагы', 'теги', 'нын', 'нин', 'дын', 'дин', 'тын', 'тин'],
    ...['нан', 'нен', 'дан', 'ден', 'тан', 'тен', 'мен', 'бен', 'пен', 'нда', 'нде', 'да', 'де', 'та', 'те'],
    ...['га', 'ге', 'ка', 'ке', 'на', 'не', 'ны', 'ни', 'ды', 'ди', 'ты', 'ти'],
  ],
  POSSESSIVE,
  ['лар', 'лер', 'дар', 'дер', 'тар', 'тер'],
  ['лык', 'лик', 'дык', 'дик', 'тык', 'тик', 'лыг', 'лиг', 'дыг', 'диг', 'тыг', 'тиг'],
];

const SHORTEST = 3;

/** The sound before an ending grows soft: кітап, кітабы; жүрек, жүрегі. The hard one stands for both. */
const hardened = (stem: string): string => stem.replace(/г$/, 'к').replace(/б$/, 'п');

function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.length - one.length >= SHORTEST && word.endsWith(one));
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * What the forms of a Kazakh noun have in common, for a folded word: балаларға and балалар are both бала. The
 * possessive is looked for once more inside the plural, where a stem may end as it does (дзюдошы).
 */
export const kazakhStem = (word: string): string =>
  hardened(withoutEnding(LAYERS.reduce(withoutEnding, word), POSSESSIVE));

/** Words that say too little to be looked for. */
export const KAZAKH_STOP_WORDS: ReadonlySet<string> = new Set(
  'жане мен бен пен ушин бул сол осы ол не да де та те га ге бойынша арналган арналады туралы немесе ал егер сон кейин дейин бар жок бир ар'.split(
    ' ',
  ),
);
