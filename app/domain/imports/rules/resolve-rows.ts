import { agrees, type Likeable } from './likeness';
import { type Match, MatchIndex } from './match-index';

/** A row that can be taken, as it is compared; `print` stands for everything that it says. */
export type Subject = { no: number; person: Likeable; print: string };

export type OnRecord = {
  /** People whom the sender reaches, whoever belongs nowhere, and the sender. */
  people: ReadonlyMap<string, Likeable>;
  /** Whoever bears a number, within reach or not. */
  bearers: ReadonlyMap<string, string>;
  /** The person whom an earlier row with the same print became. */
  prints: ReadonlyMap<string, string>;
  /** Who sends the table: nobody acts on the own record. */
  ownPersonId: string | null;
};

export type FoundPair = {
  personId: string | null;
  otherRow: number | null;
  kind: 'iin' | 'name';
  score: number;
  /** Name and birthday are equal in every letter that counts. */
  isExact: boolean;
};

export type Resolution = {
  no: number;
  /** Taken over before, as it stands. */
  isPrinted: boolean;
  /** The person it is certainly about. */
  personId: string | null;
  /** The earlier row that is certainly about the same person. */
  sameAs: number | null;
  pairs: FoundPair[];
  fault: 'iin-elsewhere' | 'own-record' | null;
};

/** So many questions a row may ask. */
const [MOST_PEOPLE, MOST_ROWS] = [3, 2];

/** Says of each row in turn whom it is about, for certain or perhaps. */
export class RowResolver {
  private readonly onRecord = new MatchIndex();
  private readonly inTable = new MatchIndex();
  private readonly rows = new Map<number, Likeable>();
  private readonly rowOfIin = new Map<string, number>();
  private readonly personOfRow = new Map<number, string>();

  constructor(private readonly known: OnRecord) {
    for (const [id, person] of known.people) this.onRecord.add(id, person);
  }

  resolve(subject: Subject): Resolution {
    const found = this.certain(subject) ?? this.perhaps(subject);
    const { no, person } = subject;
    if (found.fault) return found;
    if (found.personId) this.personOfRow.set(no, found.personId);
    if (found.sameAs === null) {
      this.rows.set(no, person);
      this.inTable.add(String(no), person);
      if (person.iin !== null && !this.rowOfIin.has(person.iin)) this.rowOfIin.set(person.iin, no);
    }
    return found;
  }

  private certain({ no, person, print }: Subject): Resolution | null {
    const nothing = { no, isPrinted: false, personId: null, sameAs: null, pairs: [], fault: null };
    const printed = this.known.prints.get(print);
    if (printed) return { ...nothing, isPrinted: true, personId: printed };
    if (person.iin === null) return null;
    const bearer = this.known.bearers.get(person.iin);
    if (bearer) return { ...nothing, ...this.byBearer(bearer, person) };
    const row = this.rowOfIin.get(person.iin);
    const other = row === undefined ? undefined : this.rows.get(row);
    if (row === undefined || !other) return null;
    if (agrees(person.forms, other.forms))
      return { ...nothing, sameAs: row, personId: this.personOfRow.get(row) ?? null };
    return {
      ...nothing,
      pairs: [{ personId: null, otherRow: row, kind: 'iin', score: 100, isExact: false }],
    };
  }

  private byBearer(bearer: string, person: Likeable): Partial<Resolution> {
    const other = this.known.people.get(bearer);
    if (bearer === this.known.ownPersonId) return { fault: 'own-record' };
    if (!other) return { fault: 'iin-elsewhere' };
    if (agrees(person.forms, other.forms)) return { personId: bearer };
    return { pairs: [{ personId: bearer, otherRow: null, kind: 'iin', score: 100, isExact: false }] };
  }

  private perhaps({ no, person }: Subject): Resolution {
    const pairOf = (match: Match, isPerson: boolean): FoundPair => ({
      personId: isPerson ? match.key : null,
      otherRow: isPerson ? null : Number(match.key),
      kind: match.kind,
      score: Math.round(match.score * 100),
      isExact: match.score === 1 && person.birthOn !== null,
    });
    const nothing = { no, isPrinted: false, personId: null, sameAs: null };
    const people = this.onRecord.find(person);
    if (people.some(({ key }) => key === this.known.ownPersonId))
      return { ...nothing, pairs: [], fault: 'own-record' };
    const pairs = [
      ...people.slice(0, MOST_PEOPLE).map((match) => pairOf(match, true)),
      ...this.inTable
        .find(person)
        .slice(0, MOST_ROWS)
        .map((match) => pairOf(match, false)),
    ];
    return { ...nothing, pairs, fault: null };
  }
}
