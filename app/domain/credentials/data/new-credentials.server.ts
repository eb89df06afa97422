import { randomBytes } from 'node:crypto';
import type { Level } from '~/domain/frameworks/types';
import type { IssueOrder } from '~/domain/licensing/types';
import { wordsOnly } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { CERTIFICATE_TEMPLATE_VERSION } from '../documents/certificate-template';
import { requirePrintable } from '../documents/printable.server';
import { paperLanguages } from '../rules/paper-languages';
import { printedNumber } from '../rules/printed-number';
import { newSerial } from '../rules/serial';
import { credentialSnapshot } from '../rules/snapshot';
import type { CredentialSnapshot, Signatory } from '../types';
import { drawNumbers, insertCredentials, type NewCredential } from './credentials.server';

/** A serial is drawn again when it is taken; so often only when something else is wrong. */
const DRAWS = 5;

/** What a document is made from; `replacesId`: the document that it corrects. */
export type DocumentOrder = IssueOrder & { replacesId: string | null };

function signatoriesOn(level: Level, day: LocalDate): [Signatory, ...Signatory[]] {
  const [first, ...others] = level.framework.signatories
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .slice(0, 4)
    .map(({ name, office, organisation }): Signatory => ({ name, office, organisation }));
  if (!first) throw new DomainError('conflict', 'credentials.no-signatory');
  return [first, ...others];
}

/** The snapshot without its serial. */
function freeze(order: IssueOrder, issuedOn: LocalDate, number: string): Omit<CredentialSnapshot, 'serial'> {
  const { level } = order;
  const { framework } = level;
  const signatories = signatoriesOn(level, issuedOn);
  return {
    number,
    holder: { display: order.holder.displayName, latin: order.holder.latinName || order.holder.displayName },
    framework: { slug: framework.slug, name: wordsOnly(framework.name) },
    level: { slug: level.slug, rank: level.rank, name: wordsOnly(level.name) },
    studied: order.studied.map((course) => ({ ...course, title: wordsOnly(course.title) })),
    practical: order.practical,
    awardedOn: order.awardedOn,
    validFrom: order.from,
    validUntil: order.until,
    signatories,
    issuer: signatories[0].organisation,
    issuedOn,
  };
}

/** With a serial, which the strict schema passes with everything else: it refuses anything personal that slipped in. */
function withSerial(
  tx: Ctx,
  order: DocumentOrder,
  frozen: Omit<CredentialSnapshot, 'serial'>,
): NewCredential {
  const { personId, qualificationId, periodId, replacesId, frameworkId } = order;
  return {
    ...{ id: newId(), personId, qualificationId, periodId, replacesId, frameworkId },
    snapshot: credentialSnapshot.parse({ ...frozen, serial: newSerial(randomBytes) }),
    languages: paperLanguages(order.languages),
    templateVersion: CERTIFICATE_TEMPLATE_VERSION,
    issuedAt: tx.clock.now(),
  };
}

/** Numbers by order: those of one framework in the order asked, its counter locked; counters always in the same order. */
async function numbered(tx: Ctx, orders: readonly DocumentOrder[]) {
  const numbers = new Map<DocumentOrder, { issuedOn: LocalDate; number: string }>();
  const frameworks = new Map(orders.map(({ level: { framework } }) => [framework.id, framework]));
  for (const framework of [...frameworks.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const issuedOn = tx.clock.today(framework.zone);
    const year = Number(issuedOn.slice(0, 4));
    const own = orders.filter(({ level }) => level.framework.id === framework.id);
    const last = await drawNumbers(tx.db, { frameworkId: framework.id, year, count: own.length });
    for (const [at, order] of own.entries()) {
      const number = printedNumber(framework.numberPrefix, year, last - own.length + 1 + at);
      numbers.set(order, { issuedOn, number });
    }
  }
  return numbers;
}

/** Writes the credentials; where a serial is taken another one is drawn. */
async function insertFree(tx: Ctx, credentials: readonly NewCredential[]): Promise<NewCredential[]> {
  const written = new Map(credentials.map((row) => [row.id, row]));
  let waiting = credentials;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const inserted = await insertCredentials(tx.db, waiting);
    waiting = waiting
      .filter(({ id }) => !inserted.has(id))
      .map((row) => ({ ...row, snapshot: { ...row.snapshot, serial: newSerial(randomBytes) } }));
    if (waiting.length === 0) return [...written.values()];
    for (const row of waiting) written.set(row.id, row);
  }
  throw new Error('No free serial was drawn');
}

/**
 * Draws numbers and serials, freezes the snapshots and writes them, in the order asked. Locks the number counters. Throws
 * `credentials.no-signatory` and `credentials.letters-not-printable`.
 */
export async function writeCredentials(tx: Ctx, orders: readonly DocumentOrder[]): Promise<NewCredential[]> {
  const numbers = await numbered(tx, orders);
  const drawn: NewCredential[] = [];
  for (const order of orders) {
    const own = numbers.get(order);
    if (!own) throw new Error('A document is without its number');
    const credential = withSerial(tx, order, freeze(order, own.issuedOn, own.number));
    await requirePrintable(credential.snapshot, paperLanguages(order.languages));
    drawn.push(credential);
  }
  return insertFree(tx, drawn);
}
