/** Forms in which Russian speakers put a descriptive name: «передняя подсечка» → «переднюю подсечку». */
export function russianForms(name: string): string[] {
  const plain = name.replace(/[«»()]/g, '');
  const [first = '', ...rest] = plain.split(' ');
  const cases: readonly (readonly [RegExp, string])[][] = [
    [],
    [
      [/ая /g, 'ую '],
      [/яя /g, 'юю '],
      [/ка(?= |$)/g, 'ку'],
    ],
    [
      [/ая /g, 'ой '],
      [/яя /g, 'ей '],
      [/ка(?= |$)/g, 'кой'],
    ],
    [[/ка(?= |$)/g, 'ки']],
  ];
  const inflected = cases.map((table) =>
    table.reduce((sofar, [pattern, other]) => sofar.replace(pattern, other), plain),
  );
  const endings = /[бвгджзклмнпрстфхцчшщ]$/.test(first) ? ['а', 'у', 'ом', 'ы'] : [];
  return [...inflected, ...endings.map((ending) => [first + ending, ...rest].join(' '))];
}

/** 'Shoulder throw (back-carry throw)' → each of its names as people type them. */
export const englishForms = (name: string): string[] =>
  name
    .split(/[()]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => [part, part.toLowerCase(), `${part}s`, part.replaceAll('-', ' '), `the ${part}`]);
