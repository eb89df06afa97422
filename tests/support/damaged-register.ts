import { checkDigit } from '~/domain/identities/inputs';
import { cased, kana, NEW_LATIN, PASSPORT, RUSSIAN } from './spellings';

/** A row of a register as registrars have them; `who` tells the people apart, whatever the row says. */
export type PlantedRow = { who: number; cells: (string | number | null)[] };

export const HEADER = [
  '№ п/п',
  'ФИО тренера',
  'Дата рождения',
  'ИИН',
  'Область',
  'Категория',
  'Дата присвоения',
  'Действительно до',
  '№ удостоверения',
];

/** Always the same numbers. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const STEMS =
  'Ахмет Болат Серік Дәулет Жұмабек Қайрат Нұрлан Ораз Рахым Сағат Тілеу Үсен Шаймерден Ыбырай Әбдіғали Есенғали Мұқан Төлеген Қасым Бекмұхамед Жақсылық Смағұл Құдайберген Молдабек Өтеген Байжан Досмұхамед Тұрсын Ермек Мәлік'.split(
    ' ',
  );
const GIVEN =
  'Жеңіс Ерлан Нұрсұлтан Айдын Бауыржан Ғани Дәурен Еркебұлан Жандос Қуаныш Мейрам Олжас Рустам Саян Тимур Ұлан Шыңғыс Арман Диас Әділ Мадина Айгерім Әлия Гүлнұр Назым Камила Томирис Жанар'.split(
    ' ',
  );

type Person = { family: string; given: string; patronymic: string; birth: string; iin: string };

const two = (value: number): string => String(value).padStart(2, '0');

function makePerson(roll: (sides: number) => number, no: number): Person {
  const given = GIVEN[roll(GIVEN.length)] ?? '';
  const isWoman = GIVEN.indexOf(given) >= 20;
  const family = `${STEMS[roll(STEMS.length)]}${isWoman ? 'ова' : 'ов'}`;
  const patronymic = `${GIVEN[roll(20)]}${isWoman ? 'қызы' : 'ұлы'}`;
  const year = 1960 + roll(47);
  const birth = `${year}-${two(1 + roll(12))}-${two(1 + roll(28))}`;
  const head = `${birth.slice(2).replaceAll('-', '')}${year < 2000 ? (isWoman ? 4 : 3) : isWoman ? 6 : 5}`;
  const serial = (from: number): string => {
    const eleven = `${head}${String(from % 10_000).padStart(4, '0')}`;
    const digit = checkDigit(eleven);
    return digit === null ? serial(from + 1) : `${eleven}${digit}`;
  };
  return { family, given, patronymic, birth, iin: serial(no * 7 + roll(5)) };
}

/** One slip of the hand in a word. */
function slip(word: string, roll: (sides: number) => number): string {
  const at = 1 + roll(word.length - 2);
  const kinds = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word.charAt(at) + word.slice(at),
    () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return (kinds[roll(kinds.length)] ?? kinds[0] ?? (() => word))();
}

const dmy = (day: string, sign: string): string => day.split('-').reverse().join(sign);
const days = (day: string): number => Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);

const writings: readonly ((day: string) => string | number)[] = [
  (day) => dmy(day, '.'),
  (day) => day,
  days,
  (day) => `${dmy(day, '.')} г.`,
];

const REGIONS = ['Қарағанды', 'Карагандинский', 'karaganda'];

export type Variant = (
  person: Person,
  roll: (sides: number) => number,
) => { name: string; iin: string | number | null };

const whole = ({ family, given, patronymic }: Person): string => `${family} ${given} ${patronymic}`;

/** How one person stands a second time in a register. */
const VARIANTS: readonly Variant[] = [
  (person) => ({ name: cased(whole(person), RUSSIAN), iin: person.iin }),
  (person) => ({ name: cased(`${person.family} ${person.given}`, PASSPORT), iin: Number(person.iin) }),
  (person) => ({ name: cased(whole(person), RUSSIAN), iin: null }),
  (person) => ({ name: cased(`${person.family} ${person.given}`, PASSPORT), iin: null }),
  (person) => ({ name: cased(`${person.family} ${person.given}`, NEW_LATIN), iin: null }),
  (person) => ({ name: `${kana(person.family)} ${kana(person.given)}`, iin: null }),
  (person, roll) => ({
    name: `${slip(person.family, roll)} ${person.given} ${person.patronymic}`,
    iin: null,
  }),
  (person, roll) => ({
    name: `${person.family} ${slip(person.given, roll)}`,
    iin: `${person.iin.slice(0, 6)} ${person.iin.slice(6)}`,
  }),
  (person) => ({ name: whole(person).toUpperCase(), iin: null }),
  (person) => ({ name: `${person.given} ${person.patronymic} ${person.family}`, iin: null }),
];

/** The row as a clerk writes it. */
function rowOf(
  no: number,
  who: number,
  person: Person,
  said: ReturnType<Variant>,
  roll: (sides: number) => number,
): PlantedRow {
  const write = writings[roll(writings.length)] ?? dmy;
  const awarded = `20${two(12 + roll(12))}-0${1 + roll(9)}-1${roll(9)}`;
  const until = `${Number(awarded.slice(0, 4)) + 2}${awarded.slice(4)}`;
  const paper =
    roll(3) === 0 ? [null, null, null, null] : ['One', dmy(awarded, '.'), until, `КЗ-${1000 + no}`];
  return {
    who,
    cells: [no, said.name, write(person.birth, '.'), said.iin, REGIONS[roll(3)] ?? '', ...paper],
  };
}

export type DamagedRegister = {
  rows: PlantedRow[];
  /** Pairs of row indices that are one person. */
  planted: [number, number][];
};

/** A register with `people` people, of whom `repeated` stand in it a second time, spelled otherwise. */
export function damagedRegister(people: number, repeated: number, seed = 7): DamagedRegister {
  const roll = dice(seed);
  const rows: PlantedRow[] = [];
  const planted: [number, number][] = [];
  const persons = Array.from({ length: people }, (_each, no) => makePerson(roll, no));
  persons.forEach((person, who) => {
    rows.push(
      rowOf(
        rows.length + 1,
        who,
        person,
        { name: whole(person), iin: roll(6) === 0 ? null : person.iin },
        roll,
      ),
    );
  });
  for (let at = 0; at < repeated; at += 1) {
    const who = Math.floor((at * people) / repeated);
    const person = persons[who];
    const variant = VARIANTS[at % VARIANTS.length];
    if (!person || !variant) continue;
    planted.push([who, rows.length]);
    rows.push(rowOf(rows.length + 1, who, person, variant(person, roll), roll));
  }
  return { rows, planted };
}
