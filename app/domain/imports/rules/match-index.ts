import type { LocalDate } from '~/platform/local-date';
import { slipsOf } from './dates';
import { familyStem, type Likeable, likeness, type NameForm } from './likeness';

export type Match = { key: string; kind: 'iin' | 'name'; score: number };

/** A number for a word; that two words share one costs a comparison, nothing else. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return value >>> 0;
}

/** A word and the word without each of its letters: words one slip apart share one of them. */
function variants(word: string): string[] {
  if (word.length < 4) return [word];
  return [word, ...Array.from(word, (_letter, place) => word.slice(0, place) + word.slice(place + 1))];
}

/** Under which spellings a person is put. */
function* namePlaces({ forms }: Likeable): Generator<number> {
  for (const { family, given, patronymic, skeleton } of forms) {
    for (const variant of variants(family)) yield hash(`f:${variant}`);
    yield hash(`f:${familyStem(family)}`);
    if (skeleton !== '') yield hash(`k:${skeleton}`);
    if (patronymic !== '') yield hash(`g:${given} ${patronymic}`);
  }
}

/** A skeleton without each of its letters: a kana spelling may have one sound more or less. */
const kanaPlaces = ({ skeleton, isKana }: NameForm): string[] =>
  isKana && skeleton.length > 5 ? variants(skeleton) : [];

/** Under which spellings a person is looked for: also with family and given name exchanged. */
function* nameProbes(person: Likeable): Generator<number> {
  yield* namePlaces(person);
  for (const form of person.forms) {
    for (const variant of variants(form.given)) yield hash(`f:${variant}`);
    for (const variant of kanaPlaces(form)) yield hash(`k:${variant}`);
  }
}

/** Numbers by a key; most keys have one. */
class Places<Key> {
  private readonly places = new Map<Key, number | number[]>();

  add(keys: Iterable<Key>, at: number): void {
    for (const key of new Set(keys)) {
      const there = this.places.get(key);
      if (there === undefined) this.places.set(key, at);
      else if (typeof there === 'number') this.places.set(key, [there, at]);
      else there.push(at);
    }
  }

  collect(keys: Iterable<Key>, into: Set<number>): void {
    for (const key of keys) {
      const there = this.places.get(key);
      if (typeof there === 'number') into.add(there);
      else for (const at of there ?? []) into.add(at);
    }
  }
}

/**
 * People by what they may share, so that whoever may be the same person is found without comparing everybody with
 * everybody. Two birthdays that are known must be equal or a slip apart; who has one is therefore looked for by it, and by
 * name only among those who have none.
 */
export class MatchIndex {
  private readonly people: { key: string; person: Likeable }[] = [];
  private readonly byIin = new Places<string>();
  private readonly byBirthday = new Places<LocalDate>();
  private readonly byName = new Places<number>();
  private readonly byNameAlone = new Places<number>();

  add(key: string, person: Likeable): void {
    const at = this.people.push({ key, person }) - 1;
    if (person.iin !== null) this.byIin.add([person.iin], at);
    const places = new Set(namePlaces(person));
    this.byName.add(places, at);
    if (person.birthOn === null) this.byNameAlone.add(places, at);
    else this.byBirthday.add([person.birthOn], at);
  }

  private candidates(person: Likeable): number[] {
    const found = new Set<number>();
    if (person.iin !== null) this.byIin.collect([person.iin], found);
    const probes = new Set(nameProbes(person));
    if (person.birthOn === null) this.byName.collect(probes, found);
    else {
      this.byBirthday.collect(slipsOf(person.birthOn), found);
      this.byNameAlone.collect(probes, found);
    }
    return [...found];
  }

  /** Whoever may be this person, the nearest first. */
  find(person: Likeable): Match[] {
    return this.candidates(person)
      .flatMap((at) => {
        const other = this.people[at];
        const near = other ? likeness(person, other.person) : null;
        return other && near ? [{ at, key: other.key, ...near }] : [];
      })
      .sort((a, b) => Number(b.kind === 'iin') - Number(a.kind === 'iin') || b.score - a.score || a.at - b.at)
      .map(({ at: _at, ...match }) => match);
  }
}
