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

/** Where a person is put. */
function* placesOf({ forms, iin, birthOn }: Likeable): Generator<number> {
  if (iin !== null) yield hash(`i:${iin}`);
  if (birthOn !== null) yield hash(`b:${birthOn}`);
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

/** Where a person is looked for: also with family and given name exchanged. */
function* probesOf(person: Likeable): Generator<number> {
  yield* placesOf(person);
  for (const form of person.forms) {
    for (const variant of variants(form.given)) yield hash(`f:${variant}`);
    for (const variant of kanaPlaces(form)) yield hash(`k:${variant}`);
  }
}

/**
 * People by what their spellings may share, so that whoever may be the same person is found without comparing everybody
 * with everybody.
 */
export class MatchIndex {
  private readonly people: { key: string; person: Likeable }[] = [];
  private readonly places = new Map<number, number | number[]>();

  add(key: string, person: Likeable): void {
    const at = this.people.push({ key, person }) - 1;
    for (const place of new Set(placesOf(person))) {
      const there = this.places.get(place);
      if (there === undefined) this.places.set(place, at);
      else if (typeof there === 'number') this.places.set(place, [there, at]);
      else there.push(at);
    }
  }

  /** Whoever may be this person, the nearest first. */
  find(person: Likeable): Match[] {
    const candidates = new Set<number>();
    for (const probe of new Set(probesOf(person)))
      for (const at of [this.places.get(probe) ?? []].flat()) candidates.add(at);
    const found: Match[] = [];
    for (const at of candidates) {
      const other = this.people[at];
      const near = other ? likeness(person, other.person) : null;
      if (other && near) found.push({ key: other.key, ...near });
    }
    return found.sort((a, b) => Number(b.kind === 'iin') - Number(a.kind === 'iin') || b.score - a.score);
  }
}
